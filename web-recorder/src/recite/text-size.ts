import { shallowRef, watch, type Ref } from 'vue';

/** Reading sizes in rem. */
export const textSizes = { smallest: 1.25, largest: 3, step: 0.125 } as const;

const STORAGE_KEY = 'recital-text-size';

/** The size this person reads at, kept in the browser; null: what suits the screen. */
export function useTextSize(): Ref<number | null> {
  const size = shallowRef(readSize());
  watch(size, (chosen) => {
    if (chosen === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, String(chosen));
  });
  return size;
}

function readSize(): number | null {
  const size = Number(localStorage.getItem(STORAGE_KEY));
  return size >= textSizes.smallest && size <= textSizes.largest ? size : null;
}
