import type { EntityManager } from '@mikro-orm/postgresql';
import { discardDueCondition, dueCondition } from '../session/due-sessions.js';
import type { Finding } from './finding.js';

/** Sessions that could have been finalised, or deleted, for longer than `overdueSeconds`, and were not. */
export async function checkOverdue(em: EntityManager, overdueSeconds: number): Promise<Finding[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions
     where (${dueCondition} and coalesce(next_attempt_at, last_content_at) < now() - make_interval(secs => ?))
       or (${discardDueCondition} and coalesce(next_attempt_at, disavowed_at) < now() - make_interval(secs => ?))
     order by id`,
    [overdueSeconds, overdueSeconds],
  );
  return rows.map(({ id }) => ({
    kind: 'not-finalised',
    subject: id,
    detail: 'It waits for a worker longer than it should. Do the jobs run?',
  }));
}
