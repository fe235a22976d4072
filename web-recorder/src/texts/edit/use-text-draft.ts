import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { EditedTextFragment, Language } from '../../gql/generated';
import { paragraphsOf, sentencesOf, type Sentences } from './sentences';

export interface TextDraft {
  readonly title: Ref<string>;
  readonly language: Ref<Language>;
  readonly sentences: Readonly<ShallowRef<Sentences>>;
  /** Makes one step of the sentences, which can be taken back. */
  readonly change: (edit: (sentences: Sentences) => Sentences) => void;
  readonly undo: () => void;
  readonly canUndo: ComputedRef<boolean>;
  readonly detailsChanged: ComputedRef<boolean>;
  readonly wordsChanged: ComputedRef<boolean>;
  readonly paragraphs: () => string[][];
  /** From now on that is what the draft is compared with. */
  readonly wasSaved: (saved: Pick<EditedTextFragment, 'title' | 'language'>) => void;
}

/** What somebody makes of a text before it is saved, with every step of it. */
export function useTextDraft(text: EditedTextFragment): TextDraft {
  const saved = shallowRef<Pick<EditedTextFragment, 'title' | 'language'>>(text);
  const savedSentences = shallowRef(sentencesOf(text.currentRevision.paragraphs));
  const title = ref(text.title);
  const language = ref(text.language);
  const sentences = shallowRef(savedSentences.value);
  const before = shallowRef<readonly Sentences[]>([]);
  return {
    title,
    language,
    sentences,
    change(edit) {
      const next = edit(sentences.value);
      if (next === sentences.value) return;
      before.value = [...before.value, sentences.value];
      sentences.value = next;
    },
    undo() {
      const last = before.value.at(-1);
      if (!last) return;
      before.value = before.value.slice(0, -1);
      sentences.value = last;
    },
    canUndo: computed(() => before.value.length > 0),
    detailsChanged: computed(
      () => title.value.trim() !== saved.value.title || language.value !== saved.value.language,
    ),
    wordsChanged: computed(
      () =>
        JSON.stringify(paragraphsOf(sentences.value)) !== JSON.stringify(paragraphsOf(savedSentences.value)),
    ),
    paragraphs: () => paragraphsOf(sentences.value),
    wasSaved(now) {
      saved.value = now;
      savedSentences.value = sentences.value;
    },
  };
}
