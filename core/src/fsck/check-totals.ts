import type { EntityManager } from '@mikro-orm/postgresql';
import { countedCondition } from '../session/count-session.js';
import type { Finding } from './finding.js';

/** Sums over the sessions anew and compares with what was kept; a millisecond is no difference. */
export async function checkTotals(em: EntityManager): Promise<Finding[]> {
  const rows = await em.execute<{ userId: string; kept: string; summed: string }[]>(
    `with summed as (
       select user_id, count(*)::int as recordings, sum(coalesce(duration_seconds, 0)) as seconds
       from recital_sessions where ${countedCondition} group by user_id
     )
     select coalesce(k.user_id, s.user_id) as "userId",
       format('%s recordings of %s s', coalesce(k.recordings, 0), coalesce(k.duration_seconds, 0)) as kept,
       format('%s of %s s', coalesce(s.recordings, 0), coalesce(s.seconds, 0)) as summed
     from user_totals k full join summed s on s.user_id = k.user_id
     where coalesce(k.recordings, 0) <> coalesce(s.recordings, 0)
       or abs(coalesce(k.duration_seconds, 0) - coalesce(s.seconds, 0)) > 0.001`,
  );
  return rows.map(({ userId, kept, summed }) => ({
    kind: 'totals-differ',
    subject: userId,
    detail: `${kept} were kept; the sessions sum up to ${summed}.`,
  }));
}
