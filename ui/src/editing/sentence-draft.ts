import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { correct, paragraphsOf, sentencesOf, type Sentences } from './sentences';

/** Paragraphs of sentences. */
export type Paragraphs = readonly (readonly string[])[];

export interface SentenceDraft {
  readonly sentences: Readonly<ShallowRef<Sentences>>;
  /** The sentence that is open, by its key. */
  readonly opened: Readonly<ShallowRef<number | null>>;
  /** What the open sentence was made into. It is part of the draft before anybody says so. */
  readonly typed: Ref<string>;
  /** Opens a sentence; what was typed into the one before is taken. */
  readonly open: (key: number) => void;
  /** Closes the open sentence, with what was typed or as it was. */
  readonly close: (how: 'taken' | 'as it was') => void;
  /** Makes one step, which can be taken back, and closes what is open. */
  readonly change: (edit: (sentences: Sentences) => Sentences) => void;
  /** Takes back what was typed into the open sentence, else the last step. */
  readonly undo: () => void;
  readonly canUndo: ComputedRef<boolean>;
  /** Whether there is anything to save. */
  readonly isChanged: ComputedRef<boolean>;
  /** What there is to save, the open sentence as it was typed. */
  readonly paragraphs: () => string[][];
  /** From now on the draft is compared with these. Its steps stay, so that they can be taken back after saving too. */
  readonly wasSaved: (paragraphs: Paragraphs) => void;
  /** Begins anew; every step is forgotten. */
  readonly begin: (paragraphs: Paragraphs) => void;
}

/** The sentences of a text while they are edited, with every step of it. */
export function useSentenceDraft(from: Paragraphs): SentenceDraft {
  const saved = shallowRef('');
  const sentences = shallowRef<Sentences>([]);
  const before = shallowRef<readonly Sentences[]>([]);
  const opened = shallowRef<number | null>(null);
  const typed = ref('');
  const taken = computed(() =>
    opened.value === null ? sentences.value : correct(sentences.value, opened.value, typed.value),
  );

  function change(edit: (given: Sentences) => Sentences): void {
    opened.value = null;
    const next = edit(sentences.value);
    if (next === sentences.value) return;
    before.value = [...before.value, sentences.value];
    sentences.value = next;
  }

  function close(how: 'taken' | 'as it was'): void {
    const now = how === 'taken' ? taken.value : sentences.value;
    change(() => now);
  }

  function wasSaved(paragraphs: Paragraphs): void {
    saved.value = JSON.stringify(paragraphs);
  }

  function begin(paragraphs: Paragraphs): void {
    wasSaved(paragraphs);
    opened.value = null;
    before.value = [];
    sentences.value = sentencesOf(paragraphs);
  }

  begin(from);
  return {
    sentences,
    opened,
    typed,
    open(key) {
      close('taken');
      const sentence = sentences.value.find((each) => each.key === key);
      if (!sentence) return;
      typed.value = sentence.text;
      opened.value = key;
    },
    close,
    change,
    undo() {
      const onlyTyped = taken.value !== sentences.value;
      opened.value = null;
      const last = before.value.at(-1);
      if (onlyTyped || !last) return;
      before.value = before.value.slice(0, -1);
      sentences.value = last;
    },
    canUndo: computed(() => taken.value !== sentences.value || before.value.length > 0),
    isChanged: computed(() => JSON.stringify(paragraphsOf(taken.value)) !== saved.value),
    paragraphs: () => paragraphsOf(taken.value),
    wasSaved,
    begin,
  };
}
