import { computed, shallowRef } from 'vue';
import { sameWords, type Words } from './edit-sentences';

/** The words of a text while they are being changed, with every step back. */
export function useDraft() {
  const original = shallowRef<Words>([]);
  const steps = shallowRef<readonly Words[]>([]);
  const words = computed(() => steps.value.at(-1) ?? original.value);

  return {
    words,
    changed: computed(() => !sameWords(words.value, original.value)),
    canUndo: computed(() => steps.value.length > 0),
    /** Begins with what the server has; every step is forgotten. */
    begin(from: Words): void {
      original.value = from;
      steps.value = [];
    },
    step(to: Words): void {
      if (!sameWords(to, words.value)) steps.value = [...steps.value, to];
    },
    undo(): void {
      steps.value = steps.value.slice(0, -1);
    },
  };
}
