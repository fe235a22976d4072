import { computed, ref, watch, type Ref } from 'vue';
import { sentencesOf } from '@crowd-recital/ui/editing/sentences.ts';
import type { EditedTextFragment, Language } from '../../gql/generated';
import { storedFields } from '../../offline/stored-fields';
import { draftPlace, knownLanguage } from '../kept-draft';
import type { TextDraft } from './use-text-draft';

/** What somebody has made of a text and not saved; null is what they have left as it was. */
export interface KeptEdit {
  /** The revision that it was made from. */
  revision: number | null;
  title: string | null;
  language: Language | null;
  paragraphs: string[][] | null;
}

export interface KeepsEdit {
  /** Whether the draft is one from before, and still not saved. */
  readonly isFromBefore: Readonly<Ref<boolean>>;
  /** Whether the draft would be here again after a reload. */
  readonly isKept: Readonly<Ref<boolean>>;
  /** The draft is not wanted any more. */
  readonly forget: () => void;
}

/**
 * Keeps a draft in this browser for as long as it is not saved, and goes on with the one that is there. Where the text
 * was changed meanwhile, saving says so, as of any edit that somebody else's came before.
 */
export function useKeptEdit(userId: string, text: EditedTextFragment, draft: TextDraft): KeepsEdit {
  const place = draftPlace(userId, `edit:${text.id}`);
  goOnWith(readEdit(place.read()), draft);
  const isChanged = computed(() => draft.detailsChanged.value || draft.words.isChanged.value);
  const isFromBefore = ref(isChanged.value);
  const isKept = ref(false);
  const stop = watch(
    (): KeptEdit | null =>
      isChanged.value
        ? {
            revision: draft.revision.value,
            title: null,
            language: null,
            ...draft.details(),
            paragraphs: draft.words.isChanged.value ? draft.words.paragraphs() : null,
          }
        : null,
    (edit) => {
      isKept.value = edit !== null && place.keep(edit);
      if (edit) return;
      isFromBefore.value = false;
      place.forget();
    },
    { immediate: true },
  );
  return {
    isFromBefore,
    isKept,
    forget() {
      stop();
      place.forget();
    },
  };
}

function goOnWith({ revision, title, language, paragraphs }: KeptEdit, draft: TextDraft): void {
  if (title !== null) draft.title.value = title;
  if (language) draft.language.value = language;
  if (revision === null || !paragraphs) return;
  draft.revision.value = revision;
  // One step, so that it can be taken back.
  draft.words.change(() => sentencesOf(paragraphs));
}

/** What was kept; whatever of it makes no sense is as the text has it. */
export function readEdit(stored: string | null): KeptEdit {
  const { revision, title, language, paragraphs } = storedFields<keyof KeptEdit>(stored);
  return {
    revision: typeof revision === 'number' ? revision : null,
    title: typeof title === 'string' ? title : null,
    language: knownLanguage(language),
    paragraphs: areParagraphs(paragraphs) ? paragraphs : null,
  };
}

function areParagraphs(value: unknown): value is string[][] {
  const isText = (item: unknown): boolean => typeof item === 'string';
  return Array.isArray(value) && value.every((item) => Array.isArray(item) && item.every(isText));
}
