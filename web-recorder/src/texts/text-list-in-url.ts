import { refDebounced } from '@vueuse/core';
import { computed, type ComputedRef, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import type { Language, TextFilter, TextOrder, TextSourceKind } from '../gql/generated';

/** Which texts one looks at; `all` are those that one may read, for admins everybody's. */
export const shelves = ['all', 'mine', 'public', 'archive'] as const;
export type Shelf = (typeof shelves)[number];

const languages: Readonly<Record<string, Language>> = { he: 'HE', yi: 'YI', en: 'EN' };
const sources: Readonly<Record<string, TextSourceKind>> = {
  article: 'WIKI_ARTICLE',
  file: 'FILE_UPLOAD',
  pasted: 'PLAIN_TEXT',
};
const orders: Readonly<Record<string, TextOrder>> = {
  newest: { field: 'CREATED_AT', direction: 'DESC' },
  read: { field: 'LAST_READ', direction: 'DESC' },
  short: { field: 'LENGTH', direction: 'ASC' },
  long: { field: 'LENGTH', direction: 'DESC' },
  title: { field: 'TITLE', direction: 'ASC' },
};

/** The words that addresses use, for choosing among them; an empty one stands for whatever is usual. */
export const choices = {
  language: ['', ...Object.keys(languages)],
  source: ['', ...Object.keys(sources)],
  order: ['', ...Object.keys(orders).filter((order) => order !== 'newest')],
} as const;

/** More are not opened by an address: nobody reads that far, and each asks the server once. */
const mostPages = 50;

export interface TextListInUrl {
  readonly shelf: ComputedRef<Shelf>;
  readonly search: WritableComputedRef<string>;
  readonly language: WritableComputedRef<string>;
  readonly source: WritableComputedRef<string>;
  readonly order: WritableComputedRef<string>;
  /** How many pages of the list are open. */
  readonly pages: WritableComputedRef<number>;
  /** Beyond the shelf itself. */
  readonly isFiltering: ComputedRef<boolean>;
  readonly filter: ComputedRef<TextFilter>;
  readonly orderBy: ComputedRef<TextOrder>;
  /** The address of another shelf with the same filters. */
  readonly addressOf: (shelf: Shelf) => { query: LocationQueryRaw };
  readonly clear: () => void;
}

/** What the list of texts shows lives in the address, so that Back, a reload and a shared link show the same. */
export function useTextListInUrl(isAdmin: () => boolean): TextListInUrl {
  const route = useRoute();
  const router = useRouter();
  const given = (name: string): string => {
    const value = route.query[name];
    return typeof value === 'string' ? value : '';
  };
  /** What is typed or opened further leaves no step for Back behind; what is chosen does. */
  const field = (name: string, allowed: readonly string[] | null, how: 'push' | 'replace') =>
    computed({
      get: () => (allowed === null || allowed.includes(given(name)) ? given(name) : ''),
      set: (value: string) =>
        void router[how]({ query: { ...route.query, pages: undefined, [name]: value || undefined } }),
    });

  const shelf = computed(() => shelves.find((name) => name === given('shelf')) ?? 'all');
  const search = field('search', null, 'replace');
  const language = field('language', choices.language, 'push');
  const source = field('source', choices.source, 'push');
  const order = field('order', choices.order, 'push');
  /** Once nobody is typing any more. */
  const settledSearch = refDebounced(search, 250);

  return {
    shelf,
    search,
    language,
    source,
    order,
    pages: computed({
      get: () => Math.min(mostPages, Math.max(1, Number.parseInt(given('pages'), 10) || 1)),
      set: (pages) => void router.replace({ query: { ...route.query, pages } }),
    }),
    isFiltering: computed(() => Boolean(search.value || language.value || source.value)),
    filter: computed(() => {
      const chosen = { language: languages[language.value], source: sources[source.value] };
      return {
        ...ofShelf(shelf.value, isAdmin()),
        ...(settledSearch.value.trim() && { search: settledSearch.value.trim() }),
        ...(chosen.language && { language: chosen.language }),
        ...(chosen.source && { sourceKinds: [chosen.source] }),
      };
    }),
    orderBy: computed(() => orders[order.value] ?? { field: 'CREATED_AT', direction: 'DESC' }),
    addressOf: (other) => ({
      query: { ...route.query, pages: undefined, shelf: other === 'all' ? undefined : other },
    }),
    clear: () => void router.push({ query: shelf.value === 'all' ? {} : { shelf: shelf.value } }),
  };
}

function ofShelf(shelf: Shelf, isAdmin: boolean): TextFilter {
  if (shelf === 'mine') return { mine: true };
  if (shelf === 'public') return { public: true };
  if (shelf === 'archive') return { archived: true, ...(isAdmin ? {} : { mine: true }) };
  return {};
}
