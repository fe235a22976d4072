import type { EntityManager } from '@mikro-orm/postgresql';
import { agendaSchema } from '@crowd-recital/core/db/orm.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';

/**
 * Leaves a job for each session, unless one is waiting already. Two sweeps at once may leave two: a second run of a
 * handler does nothing.
 */
export async function leaveHints(
  em: EntityManager,
  name: 'finalise-session' | 'discard-session',
  sessionIds: readonly string[],
): Promise<void> {
  if (sessionIds.length === 0) return;
  const waiting = await em.execute<{ sessionId: string }[]>(
    `select data->>'sessionId' as "sessionId" from "${agendaSchema}"."agenda_jobs"
     where name = ? and next_run_at is not null`,
    [name],
  );
  const known = new Set(waiting.map(({ sessionId }) => sessionId));
  for (const sessionId of sessionIds) {
    if (!known.has(sessionId)) await enqueue(em, name, { sessionId });
  }
}
