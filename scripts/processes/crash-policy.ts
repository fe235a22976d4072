const limit = 5;
const windowMs = 60_000;
const firstDelayMs = 500;

/**
 * Decides what follows a crash: another try after a growing pause, or giving up after 5 crashes in a minute.
 * @returns a function to call at each crash; milliseconds to wait, or null to give up
 */
export function createCrashPolicy(now: () => number = Date.now): () => number | null {
  let crashes: number[] = [];
  return () => {
    crashes = [...crashes.filter((time) => now() - time < windowMs), now()];
    return crashes.length >= limit ? null : firstDelayMs * 2 ** (crashes.length - 1);
  };
}
