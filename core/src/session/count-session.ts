import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * SQL condition of a session that counts: finished, wanted by a person, and not being deleted.
 * Everything that sums recordings uses this one.
 */
export const countedCondition = `status = 'uploaded' and kept and not disavowed`;

interface Contribution {
  readonly userId: string;
  readonly durationSeconds: number;
  readonly recordings: number;
}

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
  return em.transactional(
    async (transaction) => {
      const before = await contribution(transaction, sessionId);
      if (before === undefined) return undefined;
      const result = await change(transaction);
      const after = await contribution(transaction, sessionId);
      if (after === undefined) throw new Error('A session row was removed; rows only change their status.');
      await addToTotals(transaction, {
        userId: after.userId,
        durationSeconds: after.durationSeconds - before.durationSeconds,
        recordings: after.recordings - before.recordings,
      });
      return result;
    },
    { clear: true },
  );
}

async function contribution(
  transaction: EntityManager,
  sessionId: string,
): Promise<Contribution | undefined> {
  const [row] = await transaction.execute<Contribution[]>(
    `select user_id as "userId",
       case when ${countedCondition} then coalesce(duration_seconds, 0) else 0 end as "durationSeconds",
       case when ${countedCondition} then 1 else 0 end as recordings
     from recital_sessions where id = ? for no key update`,
    [sessionId],
  );
  return row;
}

/** Durations are whole milliseconds; rounding keeps the sum free of what binary fractions leave over. */
async function addToTotals(transaction: EntityManager, difference: Contribution): Promise<void> {
  if (difference.durationSeconds === 0 && difference.recordings === 0) return;
  await transaction.execute(
    `insert into user_totals (user_id, duration_seconds, recordings) values (?, ?, ?)
     on conflict (user_id) do update set
       duration_seconds = round((user_totals.duration_seconds + excluded.duration_seconds)::numeric, 3),
       recordings = user_totals.recordings + excluded.recordings`,
    [difference.userId, difference.durationSeconds, difference.recordings],
  );
}
