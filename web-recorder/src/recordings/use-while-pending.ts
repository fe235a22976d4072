import { useDocumentVisibility, useIntervalFn } from '@vueuse/core';
import { watch } from 'vue';

const ASK_EVERY_MS = 3000;

/** Asks again every three seconds, but only while something is pending and somebody is looking. */
export function useWhilePending(isPending: () => boolean, ask: () => void): void {
  const visibility = useDocumentVisibility();
  const { pause, resume } = useIntervalFn(ask, ASK_EVERY_MS, { immediate: false });
  watch(
    () => isPending() && visibility.value === 'visible',
    (shouldAsk) => (shouldAsk ? resume() : pause()),
    { immediate: true },
  );
}
