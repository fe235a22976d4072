import { beginSweep, endSweep } from '@crowd-recital/core/queue/last-sweep.js';
import type { JobDependencies } from '../dependencies.js';
import { sweep } from './sweep.js';

/**
 * Sweeps now and at intervals, apart from the queue: what is there to mend the queue must not depend on it. Several
 * processes may do so at once.
 * @returns what ends it; resolves once a sweep that runs is over.
 */
export function sweepRegularly(deps: JobDependencies, intervalSeconds: number): () => Promise<void> {
  const stopping = new AbortController();
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, intervalSeconds * 1000);
  return () => {
    clearInterval(timer);
    stopping.abort();
    return running;
  };

  async function run(): Promise<void> {
    if (stopping.signal.aborted) return;
    try {
      await beginSweep(deps.em());
      await sweep({}, { deps, signal: stopping.signal });
      await endSweep(deps.em(), null);
    } catch (error) {
      deps.log.error({ err: error }, 'a sweep failed; the next one comes');
      await remember(error);
    }
  }

  /** Where the database is what failed, this fails as well, and the next sweep tells. */
  async function remember(failure: unknown): Promise<void> {
    try {
      await endSweep(deps.em(), failure instanceof Error ? failure.message : String(failure));
    } catch (error) {
      deps.log.warn({ err: error }, 'the failed sweep could not be written down');
    }
  }
}
