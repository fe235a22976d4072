import { setTimeout as delay } from 'node:timers/promises';
import { CallFailure } from './call-failure.js';

const firstPauseMs = 250;
const longestPauseMs = 5_000;

/** How long a call is tried before its failure counts; a server that is started anew is back by then. */
export const defaultPatienceMs = 60_000;

/**
 * Calls again, with growing pauses, while the failure is one that passes (no answer, an error of the server, its
 * limit). Only for calls that may be made twice.
 * @throws CallFailure - the last one, when it does not pass or `patienceMs` is over.
 */
export async function withRetries<Data>(
  call: () => Promise<Data>,
  patienceMs = defaultPatienceMs,
): Promise<Data> {
  const end = Date.now() + patienceMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CallFailure) || !error.isPassing) throw error;
      const waitMs = Math.max(pauseMs, (error.retryAfterSeconds ?? 0) * 1000);
      if (Date.now() + waitMs > end) throw error;
      await delay(waitMs);
    }
  }
}
