import type { BackoffStrategy } from 'agenda';
import type { JobName } from '@crowd-recital/core/queue/jobs.js';

/** How Agenda runs one kind of job. Times in milliseconds. */
export interface JobSettings {
  readonly concurrency: number;
  readonly lockLimit: number;
  readonly lockLifetime: number;
  readonly backoff: BackoffStrategy;
  readonly removeOnComplete: true;
}

/** Milliseconds between `touch()`es of a job that runs; its lock would end after three minutes. */
export const touchEvery = 30_000;

/** Never gives up: without a back-off, a job whose lock was cleared by a late worker is never run again. */
const backoff: BackoffStrategy = ({ attempt }) => Math.min(1000 * 2 ** Math.min(attempt, 10), 300_000);

/**
 * As many jobs are locked as run: one that is locked and only waits would be held back for the whole lock when this
 * process stops.
 * @param sessions - how many sessions this process finalises at a time.
 */
export function jobSettings(sessions: number): Readonly<Record<JobName, JobSettings>> {
  const at = (concurrency: number): JobSettings => ({
    concurrency,
    lockLimit: concurrency,
    lockLifetime: 180_000,
    backoff,
    removeOnComplete: true,
  });
  return {
    'finalise-session': at(sessions),
    'discard-session': at(2),
    'publish-review': at(2),
    // Each reads a foreign file with up to 512 MB.
    'import-text': at(1),
    'send-email': at(2),
    'delete-old-segments': at(1),
  };
}
