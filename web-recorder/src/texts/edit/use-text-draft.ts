import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { useSentenceDraft, type SentenceDraft } from '@crowd-recital/ui/editing/sentence-draft.ts';
import type { EditedTextFragment, Language } from '../../gql/generated';

/** What is said of a text. */
export type TextDetails = Pick<EditedTextFragment, 'title' | 'language'>;

export interface TextDraft {
  /** The revision that the words are made from. */
  readonly revision: Ref<number>;
  readonly title: Ref<string>;
  readonly language: Ref<Language>;
  readonly words: SentenceDraft;
  readonly detailsChanged: ComputedRef<boolean>;
  /** What there is to save, and nothing else: somebody may have changed the rest meanwhile. */
  readonly details: () => Partial<TextDetails>;
  /** From now on that is what the draft is compared with. */
  readonly detailsWereSaved: (saved: Partial<TextDetails>) => void;
}

/** What somebody makes of a text before it is saved. */
export function useTextDraft(text: EditedTextFragment): TextDraft {
  const saved = shallowRef<TextDetails>(text);
  const title = ref(text.title);
  const language = ref(text.language);
  function details(): Partial<TextDetails> {
    const now = { title: title.value.trim(), language: language.value };
    return {
      ...(now.title === saved.value.title ? {} : { title: now.title }),
      ...(now.language === saved.value.language ? {} : { language: now.language }),
    };
  }
  return {
    revision: ref(text.currentRevision.number),
    title,
    language,
    words: useSentenceDraft(text.currentRevision.paragraphs),
    detailsChanged: computed(() => Object.keys(details()).length > 0),
    details,
    detailsWereSaved(now) {
      saved.value = { ...saved.value, ...now };
    },
  };
}
