import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import type { Language } from '../gql/generated';

const LANGUAGES: readonly Language[] = ['HE', 'YI', 'EN'];

export interface TextFilterInUrl {
  search: WritableComputedRef<string>;
  language: WritableComputedRef<Language | null>;
  mine: WritableComputedRef<boolean>;
  isFiltering: Readonly<{ value: boolean }>;
  clear: () => void;
}

/** What the list of texts is narrowed to lives in the address, so that Back and a shared link show the same. */
export function useTextFilterInUrl(): TextFilterInUrl {
  const route = useRoute();
  const router = useRouter();

  const change = (query: LocationQueryRaw): void => {
    void router.replace({ query: { ...route.query, ...query } });
  };

  return {
    search: computed({
      get: () => (typeof route.query.search === 'string' ? route.query.search : ''),
      set: (search) => change({ search: search || undefined }),
    }),
    language: computed({
      get: () => LANGUAGES.find((language) => language.toLowerCase() === route.query.language) ?? null,
      set: (language) => change({ language: language?.toLowerCase() }),
    }),
    mine: computed({
      get: () => route.query.mine === '1',
      set: (mine) => change({ mine: mine ? '1' : undefined }),
    }),
    isFiltering: computed(() => Object.keys(route.query).length > 0),
    clear: () => void router.replace({ query: {} }),
  };
}
