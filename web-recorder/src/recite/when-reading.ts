import { watch } from 'vue';
import type { Recital } from '../capture/recital';

/** Nobody has stopped or left a sentence out before that, and the first second belongs to the voice. */
const READING_AFTER_SECONDS = 3;

/**
 * Calls `fetch` once, while the first sentence is being read: what is needed later in a recital is there then, also
 * when the connection goes.
 */
export function whenReading(recital: Pick<Recital, 'elapsedSeconds'>, fetch: () => void): void {
  const stop = watch(
    () => recital.elapsedSeconds.value > READING_AFTER_SECONDS,
    (isReading) => {
      if (!isReading) return;
      stop();
      fetch();
    },
  );
}
