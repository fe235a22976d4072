import type { EntityManager } from '@mikro-orm/postgresql';
import { agendaSchema } from '../db/orm.js';
import type { JobName, JobPayloads } from './jobs.js';

/** The channel on which Agenda's Postgres backend listens. */
export const queueChannel = 'agenda:jobs';

/**
 * Leaves a job for the workers in the caller's transaction: it is there when, and only when, that commits.
 * Workers hear of it within milliseconds of the commit (else within their polling interval).
 * It is a hint and may be left twice; handlers make a second run a no-op.
 */
export async function enqueue<Name extends JobName>(
  em: EntityManager,
  name: Name,
  payload: JobPayloads[Name],
): Promise<void> {
  await em.execute(
    `with job as (
       insert into "${agendaSchema}"."agenda_jobs" (name, next_run_at, data)
       values (?, now(), ?::jsonb)
       returning id, name, next_run_at, priority
     )
     select pg_notify('${queueChannel}', json_build_object(
       'jobId', id, 'jobName', name, 'nextRunAt', next_run_at, 'priority', priority,
       'timestamp', now(), 'source', 'crowd-recital')::text)
     from job`,
    [name, JSON.stringify(payload)],
  );
}
