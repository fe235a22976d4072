import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * - `queued`: waits for its time or for a worker.
 * - `running`: a worker is at it.
 * - `failed`: the last attempt failed; most are tried again by themselves.
 * - `finished`: done; seen only for the moment before it is removed.
 */
export const jobStates = ['queued', 'running', 'failed', 'finished'] as const;
export type JobState = (typeof jobStates)[number];

/** One job as the queue has it. */
export interface QueuedJob {
  readonly id: string;
  /** One of `JobName`, or a name of an older release. */
  readonly name: string;
  readonly state: JobState;
  /** What it was given: ids only. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  /** When it is to run; null while it runs for the last time, and when it is done. */
  readonly nextRunAt: Date | null;
  readonly lastRunAt: Date | null;
  readonly lastFinishedAt: Date | null;
  readonly failedAt: Date | null;
  readonly failCount: number;
  /** What the last attempt failed of. */
  readonly error: string | null;
}

/** Which jobs; conditions that are given all hold. */
export interface JobFilter {
  readonly states?: readonly JobState[] | undefined;
  readonly name?: string | undefined;
}

/** A stretch of the list of jobs, which is sorted by when they were made, the newest first, and by id. */
export interface JobWindow {
  /** True: in front of `from` (or from the list's end), the nearest first. */
  readonly backward: boolean;
  readonly from: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** What an admin sees of a queue, and may do to it. */
export interface JobDesk {
  /** Whether a text can be the id of a job. */
  isId(id: string): boolean;
  list(em: EntityManager, filter: JobFilter, window: JobWindow): Promise<QueuedJob[]>;
  /** How many there are, counted up to `most`. */
  count(em: EntityManager, filter: JobFilter, most: number): Promise<number>;
  /** Since when the job waits that is due the longest; null when none is due. */
  dueSince(em: EntityManager): Promise<Date | null>;
  /** @returns null when there is no such job. */
  find(em: EntityManager, id: string): Promise<QueuedJob | null>;
  /** Gives a job a run at once. @returns false when it runs at the moment, or is gone. */
  runNow(em: EntityManager, id: string): Promise<boolean>;
  /** Removes a job. @returns false when it runs at the moment, or is gone. */
  remove(em: EntityManager, id: string): Promise<boolean>;
}
