import type { EntityManager } from '@mikro-orm/postgresql';
import { agendaSchema } from '@crowd-recital/core/db/orm.js';

/**
 * Gives a run to jobs that Agenda has lost: neither locked nor due, and not finished either. It comes to that when a
 * worker that was paused past its lock wakes and fails, and the one that had taken over is killed; also when a job is
 * saved while it runs. A finished job is such a row for the moment before it is removed, hence the minute.
 * @returns how many there were.
 */
export async function reviveStuckJobs(em: EntityManager): Promise<number> {
  const revived = await em.execute<unknown[]>(
    `update "${agendaSchema}"."agenda_jobs" set next_run_at = now()
     where next_run_at is null and locked_at is null and not disabled
       and updated_at < now() - interval '1 minute'
     returning id`,
  );
  return revived.length;
}
