/** tus-js-client's first steps; where it gives up, we go on for ever. */
const FIRST_STEPS_SECONDS = [0, 1, 3, 5];
const LONGEST_SECONDS = 60;
/** Spreads the clients of a server that comes back: each waits up to a fifth more or less. */
const JITTER = 0.2;

/**
 * How long to wait before the next attempt.
 * @param failures attempts that failed since the last success, at least 1
 * @param random from 0 to 1
 * @returns seconds
 */
export function backOffSeconds(failures: number, random: number): number {
  const step = FIRST_STEPS_SECONDS[failures - 1];
  const seconds = step ?? Math.min(LONGEST_SECONDS, 5 * 2 ** (failures - FIRST_STEPS_SECONDS.length));
  return seconds * (1 + JITTER * (2 * random - 1));
}
