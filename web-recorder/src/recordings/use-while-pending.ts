import { useDocumentVisibility, useIntervalFn } from '@vueuse/core';
import { shallowRef, watch } from 'vue';

const EAGERLY_MS = 3000;
const PATIENTLY_MS = 15_000;
/** A minute of eagerness: what takes longer waits for another device, or for the server. */
const EAGER_TIMES = 20;

/** Asks again while something is pending and somebody is looking: often at first, then now and then. */
export function useWhilePending(isPending: () => boolean, ask: () => void): void {
  const visibility = useDocumentVisibility();
  const interval = shallowRef(EAGERLY_MS);
  let asked = 0;
  const { pause, resume } = useIntervalFn(
    () => {
      asked += 1;
      if (asked === EAGER_TIMES) interval.value = PATIENTLY_MS;
      ask();
    },
    interval,
    { immediate: false },
  );
  watch(
    () => isPending() && visibility.value === 'visible',
    (shouldAsk) => {
      asked = 0;
      interval.value = EAGERLY_MS;
      if (shouldAsk) resume();
      else pause();
    },
    { immediate: true },
  );
}
