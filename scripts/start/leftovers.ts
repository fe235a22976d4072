import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../lock/process-identity.mjs';
import { killGroup, type RecordedChild } from '../processes/child-registry.js';

/** Children drain for at most 25 s after their supervisor is gone. */
const drainMs = 27_000;

/**
 * Waits for processes that a killed supervisor left. They end by themselves when their channel to it closes,
 * finishing what they are at; one that does not is ended.
 * @param onWait is told once whom it waits for, if it takes long enough to be noticed
 */
export async function waitForLeftovers(
  leftovers: readonly RecordedChild[],
  onWait: (names: string) => void,
  limitMs = drainMs,
): Promise<void> {
  const started = Date.now();
  let told = false;
  for (;;) {
    const alive = leftovers.filter(isAlive);
    if (alive.length === 0) return;
    const waited = Date.now() - started;
    if (waited > limitMs) for (const child of alive) killGroup(child.pid);
    if (waited > 1_000 && !told) {
      told = true;
      onWait(alive.map((child) => child.name).join(', '));
    }
    await sleep(50);
  }
}
