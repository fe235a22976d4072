import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../errors/app-error.js';
import { openSessionCondition, whyNotOpen, type SessionAddress } from './open-session.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/**
 * The speaker is still at it: puts off the moment at which the recital counts as abandoned.
 * @throws NOT_FOUND
 */
export async function keepSessionAlive(
  em: EntityManager,
  { userId, sessionId }: SessionAddress,
): Promise<RecitalSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const alive = await em.execute<unknown[]>(
    `update recital_sessions set last_activity_at = now() where ${openSessionCondition()} returning id`,
    [sessionId, userId],
  );
  if (alive.length === 0) throw await whyNotOpen(em, { userId, sessionId });
  return em.findOneOrFail(RecitalSession, sessionId, { refresh: true });
}
