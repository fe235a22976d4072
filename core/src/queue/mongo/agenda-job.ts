import type { ObjectId } from 'mongodb';

/** A job as Agenda's MongoDB backend keeps it; fields that are not set are null, never absent. */
export interface AgendaJob {
  readonly _id: ObjectId;
  readonly name: string;
  readonly type: 'normal' | 'single';
  readonly priority: number;
  /** Null for what Agenda plans by itself. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly nextRunAt: Date | null;
  readonly lockedAt: Date | null;
  readonly lastRunAt: Date | null;
  readonly lastFinishedAt: Date | null;
  readonly failedAt: Date | null;
  readonly failCount: number | null;
  readonly failReason: string | null;
  readonly disabled: boolean | null;
}

/** Where Agenda's backend looks for jobs unless told otherwise. */
export const agendaCollection = 'agendaJobs';

/** A job that was never run, as the backend's own `saveJob` would write it. */
export function newJob(
  name: string,
  data: Readonly<Record<string, unknown>>,
  nextRunAt: Date,
): Omit<AgendaJob, '_id'> {
  return {
    name,
    type: 'normal',
    priority: 0,
    data,
    nextRunAt,
    lockedAt: null,
    lastRunAt: null,
    lastFinishedAt: null,
    failedAt: null,
    failCount: null,
    failReason: null,
    disabled: null,
  };
}
