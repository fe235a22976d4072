import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { useSentenceDraft, type SentenceDraft } from '@crowd-recital/ui/editing/sentence-draft.ts';
import type { EditedTextFragment, Language } from '../../gql/generated';

/** What is said of a text. */
export type TextDetails = Pick<EditedTextFragment, 'title' | 'language'>;

export interface TextDraft {
  readonly title: Ref<string>;
  readonly language: Ref<Language>;
  readonly words: SentenceDraft;
  readonly detailsChanged: ComputedRef<boolean>;
  /** What there is to save. */
  readonly details: () => TextDetails;
  /** From now on that is what the draft is compared with. */
  readonly detailsWereSaved: (saved: TextDetails) => void;
}

/** What somebody makes of a text before it is saved. */
export function useTextDraft(text: EditedTextFragment): TextDraft {
  const saved = shallowRef<TextDetails>(text);
  const title = ref(text.title);
  const language = ref(text.language);
  const details = () => ({ title: title.value.trim(), language: language.value });
  return {
    title,
    language,
    words: useSentenceDraft(text.currentRevision.paragraphs),
    detailsChanged: computed(
      () => details().title !== saved.value.title || details().language !== saved.value.language,
    ),
    details,
    detailsWereSaved(now) {
      saved.value = now;
    },
  };
}
