import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { AppError, notFound } from '../errors/app-error.js';

import { changeCounted } from './count-session.js';
import { hintFinalisation } from './hint-finalisation.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/**
 * Keeps a recital whose speaker went away without a word: a worker is told to publish it, and from then on it is
 * counted, shown as ready and exported like any other. Again: the same answer.
 * @throws NOT_FOUND; CONFLICT for one that still runs or has no voice in it.
 */
export async function confirmAbandonedSession(
  em: EntityManager,
  actor: Actor,
  sessionId: string,
): Promise<RecitalSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const confirmed = await changeCounted(em, sessionId, async (transaction) => {
    const changed = await transaction.execute<unknown[]>(
      `update recital_sessions set kept = true, status = 'ended', content_version = content_version + 1, last_content_at = now(),
         updated_at = now()
       where id = ? and end_reason = 'abandoned' and not kept and not disavowed returning id`,
      [sessionId],
    );
    if (changed.length === 0) return insistOnKept(transaction, sessionId);
    await hintFinalisation(transaction, sessionId);
    await recordAudit(transaction, {
      actorId: actor.id,
      delegated: actor.delegated,
      action: 'session.confirm-abandoned',
      subject: { kind: 'session', id: sessionId },
    });
    return true;
  });
  if (confirmed === undefined) throw notFound('session');
  return em.findOneOrFail(RecitalSession, sessionId, { refresh: true });
}

async function insistOnKept(transaction: EntityManager, sessionId: string): Promise<true> {
  const [session] = await transaction.execute<{ kept: boolean; disavowed: boolean }[]>(
    'select kept, disavowed from recital_sessions where id = ?',
    [sessionId],
  );
  if (session === undefined || session.disavowed) throw notFound('session');
  if (!session.kept) {
    throw new AppError('CONFLICT', 'This recital was not abandoned: it still runs, or nothing was recorded.');
  }
  return true;
}
