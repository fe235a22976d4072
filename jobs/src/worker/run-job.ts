import type { Job } from 'agenda';
import { withOrigin, type Origin } from '@crowd-recital/core/logging/origin.js';
import type { JobName, JobPayloads, JobProvenance } from '@crowd-recital/core/queue/jobs.js';
import { traced } from '@crowd-recital/core/tracing/tracing.js';
import type { JobDependencies } from '../dependencies.js';
import type { JobHandler } from '../handler.js';
import { touchEvery } from './job-settings.js';

/**
 * Runs a handler for a job of Agenda, and keeps its lock meanwhile. Log and traces go on where the request that left
 * the job ended.
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
  const signal = AbortSignal.any([stopping, lost.signal]);
  // What Agenda repeats by itself carries nothing at all, not even an empty payload.
  const { requestId, traceparent } = (job.attrs.data as JobProvenance | null) ?? {};
  const run = { deps: requestId === undefined ? deps : onBehalfOf({ requestId }, deps), signal };
  try {
    await traced(`job ${job.attrs.name}`, {}, () => handler(job.attrs.data, run), traceparent);
  } finally {
    clearInterval(timer);
  }
}

function onBehalfOf(origin: Origin, deps: JobDependencies): JobDependencies {
  return { ...deps, log: deps.log.child({ ...origin }), em: () => withOrigin(deps.em(), origin) };
}
