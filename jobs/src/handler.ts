import type { JobName, JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import type { JobDependencies } from './dependencies.js';

/** What a handler gets besides its payload. */
export interface JobRun {
  readonly deps: JobDependencies;
  /** Aborted when the process stops or the queue took the job away: end soon, leave nothing half-done. */
  readonly signal: AbortSignal;
}

/**
 * Does one kind of job; what it returns is told by the command line, the queue ignores it. May run twice at once for the same payload, and may be killed at any moment: the truth is in
 * the rows, and a second run does nothing. What it throws makes the queue try again later.
 */
export type JobHandler<Name extends JobName> = (payload: JobPayloads[Name], run: JobRun) => Promise<unknown>;
