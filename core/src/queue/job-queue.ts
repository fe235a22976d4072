import type { Configuration } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { JobDesk } from './job-desk.js';
import type { JobName, JobPayloads } from './jobs.js';
import { postgresQueue } from './postgres-queue.js';

/** The kinds of job that are about one session. */
export type SessionJobName = 'finalise-session' | 'discard-session' | 'publish-review';

/** Where jobs wait for the workers. Its entries are hints: what is to be done stands in the rows. */
export interface JobQueue {
  /** What admins see of it. */
  readonly desk: JobDesk;
  /** Leaves a job: with the caller's transaction where the queue takes part in it, else once that has committed. */
  add<Name extends JobName>(
    em: EntityManager,
    name: Name,
    payload: JobPayloads[Name],
    runAt: Date | undefined,
  ): Promise<void>;
  /** Those of the given sessions for which such a job waits, not begun yet, that is due by `until`. */
  waitingFor(
    em: EntityManager,
    name: SessionJobName,
    sessionIds: readonly string[],
    until: Date | undefined,
  ): Promise<Set<string>>;
  /**
   * Gives a run to jobs that Agenda has lost: neither locked nor due, and not finished either. It comes to that when
   * a worker that was paused past its lock wakes and fails, and the one that had taken over is killed; also when a
   * job is saved while it runs. A finished job is such an entry for the moment before it is removed, hence a minute.
   * @returns how many there were.
   */
  reviveLost(em: EntityManager): Promise<number>;
  /** Resolves when it answers. */
  check(em: EntityManager): Promise<void>;
}

const chosen = new WeakMap<Configuration, JobQueue>();

/** From here on everything that works with this ORM leaves its jobs in `queue`. Default: its own database. */
export function useQueue(orm: MikroORM, queue: JobQueue): void {
  chosen.set(orm.config, queue);
}

/** The queue that goes with the database of `em`. */
export function queueOf(em: EntityManager): JobQueue {
  return chosen.get(em.config) ?? postgresQueue;
}
