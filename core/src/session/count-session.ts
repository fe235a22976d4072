import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { changeTotals, type TotalsChange } from '../stats/change-totals.js';

/**
 * SQL condition of a session that counts: finished, wanted by a person, and not being deleted.
 * Everything that sums recordings uses this one.
 */
export const countedCondition = `status = 'uploaded' and kept and not disavowed`;

/**
 * Runs a change of a session and carries its effect over to its speaker's totals, in one transaction with the
 * session's row locked: totals are at every moment the sum over the sessions that count.
 * @returns what `change` returned; undefined when there is no such session.
 */
export async function changeCounted<Result>(
  em: EntityManager,
  sessionId: string,
  change: (transaction: EntityManager) => Promise<Result>,
): Promise<Result | undefined> {
  return inTransaction(em, async (transaction) => {
    const before = await contribution(transaction, sessionId);
    if (before === undefined) return undefined;
    const result = await change(transaction);
    const after = await contribution(transaction, sessionId);
    if (after === undefined) throw new Error('A session row was removed; rows only change their status.');
    await changeTotals(transaction, {
      ...after,
      durationSeconds: after.durationSeconds - before.durationSeconds,
      recordings: after.recordings - before.recordings,
    });
    return result;
  });
}

/** What the session adds to the totals now. */
async function contribution(
  transaction: EntityManager,
  sessionId: string,
): Promise<TotalsChange | undefined> {
  const [row] = await transaction.execute<TotalsChange[]>(
    `select user_id as "userId", language, ((created_at at time zone 'UTC')::date)::text as day,
       (select document_id from text_revisions where id = text_revision_id) as "textId",
       case when ${countedCondition} then coalesce(duration_seconds, 0) else 0 end as "durationSeconds",
       case when ${countedCondition} then 1 else 0 end as recordings
     from recital_sessions where id = ? for no key update`,
    [sessionId],
  );
  return row;
}
