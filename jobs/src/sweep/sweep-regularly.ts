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
      await sweep({}, { deps, signal: stopping.signal });
    } catch (error) {
      deps.log.error({ err: error }, 'a sweep failed; the next one comes');
    }
  }
}
