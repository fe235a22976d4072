import { agendaSchema } from '../db/orm.js';
import { postgresDesk } from './postgres-desk.js';
import { queueChannel } from './queue-channel.js';
import type { JobQueue } from './job-queue.js';

const table = `"${agendaSchema}"."agenda_jobs"`;

/** Agenda's table in the same database: a job is there when, and only when, the caller's transaction commits. */
export const postgresQueue: JobQueue = {
  desk: postgresDesk,

  async add(em, name, payload, runAt) {
    // Workers hear of a job that is due within milliseconds of the commit; of a later one when they poll.
    await em.execute(
      `with job as (
         insert into ${table} (name, next_run_at, data)
         values (?, coalesce(?::timestamptz, now()), ?::jsonb)
         returning id, name, next_run_at, priority
       )
       select pg_notify('${queueChannel}', json_build_object(
         'jobId', id, 'jobName', name, 'nextRunAt', next_run_at, 'priority', priority,
         'timestamp', now(), 'source', 'crowd-recital')::text)
       from job where next_run_at <= now()`,
      [name, runAt ?? null, JSON.stringify(payload)],
    );
  },

  async waitingFor(em, name, sessionIds, until) {
    const rows = await em.execute<{ sessionId: string }[]>(
      `select distinct data->>'sessionId' as "sessionId" from ${table}
       where name = ? and next_run_at <= coalesce(?::timestamptz, now())
         and data->>'sessionId' = any (?::text[])`,
      [name, until ?? null, `{${sessionIds.map((id) => `"${id}"`).join(',')}}`],
    );
    return new Set(rows.map(({ sessionId }) => sessionId));
  },

  async reviveLost(em) {
    const revived = await em.execute<unknown[]>(
      `update ${table} set next_run_at = now()
       where next_run_at is null and locked_at is null and not disabled
         and updated_at < now() - interval '1 minute'
       returning id`,
    );
    return revived.length;
  },

  async check(em) {
    await em.execute(`select 1 from ${table} limit 1`);
  },
};
