import type { Job } from 'agenda';
import type { JobName, JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import type { JobDependencies } from '../dependencies.js';
import type { JobHandler } from '../handler.js';
import { touchEvery } from './job-settings.js';

/**
 * Runs a handler for a job of Agenda, and keeps its lock meanwhile.
 * @param stopping - aborted when the process gives up waiting for its jobs.
 */
export async function runJob<Name extends JobName>(
  handler: JobHandler<Name>,
  job: Job<JobPayloads[Name]>,
  deps: JobDependencies,
  stopping: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  // A touch that fails says that the job is no longer ours, or the database is away: another worker may run it.
  const touch = (): Promise<void> => job.touch().catch((error: unknown) => lost.abort(error));
  const timer = setInterval(() => void touch(), touchEvery);
  try {
    await handler(job.attrs.data, { deps, signal: AbortSignal.any([stopping, lost.signal]) });
  } finally {
    clearInterval(timer);
  }
}
