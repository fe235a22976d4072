import { computed, onScopeDispose, ref, watch, type Ref } from 'vue';
import type { TextLanguage } from '@crowd-recital/ui/text/direction.ts';
import { useFindPeopleQuery, useFindTextsQuery } from '../gql/generated';

/** What a search among the recordings turns up: a person or a text to filter by, or a recording by its id. */
export type Found =
  | { kind: 'recording'; id: string }
  | { kind: 'person'; id: string; name: string; email: string }
  | { kind: 'text'; id: string; title: string; language: TextLanguage };

export type FinderState = 'idle' | 'looking' | 'found' | 'nothing' | 'failed';

const PAUSE_MS = 200;
/** Ids of recordings are nanoids of 21 characters. */
const RECORDING_ID = /^\w[\w-]{20}$/;

/** Looks for people and texts with these words as soon as the typing pauses. */
export function useFound(typed: Ref<string>) {
  const words = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(typed, (now) => {
    clearTimeout(timer);
    timer = setTimeout(() => (words.value = now.trim()), PAUSE_MS);
  });
  onScopeDispose(() => clearTimeout(timer));

  const pause = () => words.value === '';
  const people = useFindPeopleQuery(() => ({ search: words.value }), { pause });
  const texts = useFindTextsQuery(() => ({ search: words.value }), { pause });

  const found = computed<Found[]>(() => {
    if (pause()) return [];
    const byId = RECORDING_ID.test(words.value) ? [{ kind: 'recording' as const, id: words.value }] : [];
    return [
      ...byId,
      ...(people.data.value?.users.edges ?? []).map(({ node }) => ({ kind: 'person' as const, ...node })),
      ...(texts.data.value?.texts.edges ?? []).map(({ node }) => ({ kind: 'text' as const, ...node })),
    ];
  });

  const state = computed<FinderState>(() => {
    if (typed.value.trim() === '') return 'idle';
    if (found.value.length) return 'found';
    if (typed.value.trim() !== words.value || people.fetching.value || texts.fetching.value) return 'looking';
    return (people.error.value ?? texts.error.value) ? 'failed' : 'nothing';
  });

  return { found, state };
}
