import type { EntityManager } from '@mikro-orm/postgresql';
import { agendaSchema } from '../db/orm.js';
import { isUuid } from '../input/is-uuid.js';
import type { JobDesk, JobFilter, QueuedJob } from './job-desk.js';
import { queueChannel } from './queue-channel.js';

const table = `"${agendaSchema}"."agenda_jobs"`;

/** A lock that is older belongs to a worker that died; workers renew theirs every 30 s. */
const isLocked = `(locked_at is not null and locked_at > now() - interval '3 minutes')`;

/** To the millisecond, as cursors have it. */
const madeAt = `date_trunc('milliseconds', created_at)`;

const jobs = `
  select id, name, data as payload, ${madeAt} as created_at, next_run_at, last_run_at, last_finished_at, failed_at,
    coalesce(fail_count, 0) as fail_count, fail_reason,
    case when ${isLocked} then 'running'
      when failed_at is not null and failed_at >= coalesce(last_finished_at, failed_at) then 'failed'
      when next_run_at is not null then 'queued'
      else 'finished' end as state
  from ${table} where not disabled`;

const columns = `id, name, state, payload, created_at as "createdAt", next_run_at as "nextRunAt",
  last_run_at as "lastRunAt", last_finished_at as "lastFinishedAt", failed_at as "failedAt",
  fail_count as "failCount", fail_reason as error`;

/** Agenda's table in the same database: what is done here counts with the caller's transaction. */
export const postgresDesk: JobDesk = {
  isId: isUuid,

  async list(em, filter, { backward, from, limit }) {
    const { condition, values } = conditionOf(filter);
    const beyond = from === undefined ? 'true' : `(created_at, id) ${backward ? '>' : '<'} (?, ?)`;
    const direction = backward ? 'asc' : 'desc';
    const rows = await em.execute<Row[]>(
      `select ${columns} from (${jobs}) as jobs where ${condition} and ${beyond}
       order by created_at ${direction}, id ${direction} limit ?`,
      [...values, ...(from === undefined ? [] : [from.createdAt.toISOString(), from.id]), limit],
    );
    return rows.map(jobOf);
  },

  async count(em, filter, most) {
    const { condition, values } = conditionOf(filter);
    const [counted] = await em.execute<{ total: number }[]>(
      `select count(*)::int as total from (select 1 from (${jobs}) as jobs where ${condition} limit ?) as found`,
      [...values, most],
    );
    return counted?.total ?? 0;
  },

  async dueSince(em) {
    const [first] = await em.execute<{ at: Date | string | null }[]>(
      `select min(next_run_at) as at from ${table}
       where next_run_at <= now() and not disabled and not ${isLocked}`,
    );
    return first === undefined || first.at === null ? null : new Date(first.at);
  },

  async find(em, id) {
    if (!isUuid(id)) return null;
    const [row] = await em.execute<Row[]>(`select ${columns} from (${jobs}) as jobs where id = ?`, [id]);
    return row === undefined ? null : jobOf(row);
  },

  async runNow(em, id) {
    return changeIdle(
      em,
      id,
      `with job as (
         update ${table} set next_run_at = now(), locked_at = null where id = ? and not ${isLocked}
         returning id, name, next_run_at, priority
       )
       select pg_notify('${queueChannel}', json_build_object(
         'jobId', id, 'jobName', name, 'nextRunAt', next_run_at, 'priority', priority,
         'timestamp', now(), 'source', 'crowd-recital')::text)
       from job`,
    );
  },

  async remove(em, id) {
    return changeIdle(em, id, `delete from ${table} where id = ? and not ${isLocked} returning id`);
  },
};

async function changeIdle(em: EntityManager, id: string, statement: string): Promise<boolean> {
  return isUuid(id) && (await em.execute<unknown[]>(statement, [id])).length > 0;
}

function conditionOf({ states, name }: JobFilter): { condition: string; values: unknown[] } {
  const conditions = ['true'];
  const values: unknown[] = [];
  if (states !== undefined) {
    conditions.push(`state = any (?::text[])`);
    values.push(`{${states.join(',')}}`);
  }
  if (name !== undefined) {
    conditions.push('name = ?');
    values.push(name);
  }
  return { condition: conditions.join(' and '), values };
}

/** A row as the database gives it: what Agenda plans by itself has no payload. */
type Row = Omit<QueuedJob, 'payload'> & { readonly payload: QueuedJob['payload'] | null };

function jobOf(row: Row): QueuedJob {
  const date = (value: Date | string | null): Date | null => (value === null ? null : new Date(value));
  return {
    ...row,
    payload: row.payload ?? {},
    createdAt: new Date(row.createdAt),
    nextRunAt: date(row.nextRunAt),
    lastRunAt: date(row.lastRunAt),
    lastFinishedAt: date(row.lastFinishedAt),
    failedAt: date(row.failedAt),
  };
}
