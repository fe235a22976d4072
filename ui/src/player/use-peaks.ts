import { onWatcherCleanup, shallowRef, watch, type Ref } from 'vue';
import { loadPeaks } from './load-peaks';

/** How many bars of an outline can be told apart on a phone. */
const BARS = 120;

/**
 * The outline of what a player plays; null until it is there, and where there will be none. A link that is renewed
 * leads to the same sound: it is fetched once.
 */
export function usePeaks(
  src: () => string,
  durationSeconds: () => number,
  load: typeof loadPeaks = loadPeaks,
): Readonly<Ref<readonly number[] | null>> {
  const peaks = shallowRef<readonly number[] | null>(null);
  watch(
    () => durationSeconds() > 0,
    (isKnown) => {
      if (!isKnown || peaks.value) return;
      const loading = new AbortController();
      onWatcherCleanup(() => loading.abort());
      void load(src(), durationSeconds(), BARS, loading.signal).then((found) => (peaks.value = found));
    },
    { immediate: true },
  );
  return peaks;
}
