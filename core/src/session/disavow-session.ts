import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { enqueue } from '../queue/enqueue.js';
import type { Viewer } from '../user/viewer.js';
import { changeCounted } from './count-session.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/** SQL of what happens to a session's row; a finalisation that runs loses its claim by the higher epoch. */
export const disavowing = `disavowed = true, disavowed_at = now(), updated_at = now(),
  epoch = epoch + 1, lease_until = null, attempts = 0, next_attempt_at = null,
  last_error = null, attention = null, attention_version = null`;

/** Who wishes which recording away. */
export interface Disavowal {
  /** The session's speaker, or an admin. */
  readonly viewer: Viewer;
  /** A back-office tool acts on behalf of the viewer. */
  readonly delegated?: boolean;
  readonly sessionId: string;
}

/**
 * Marks a session as unwanted, at any moment of its life: from here on nothing is accepted, finished, counted or
 * played, and the workers delete everything of it. A finalisation that runs loses its claim. Idempotent.
 * @throws NOT_FOUND when it is not the viewer's to delete.
 */
export async function disavowSession(
  em: EntityManager,
  { viewer, delegated = false, sessionId }: Disavowal,
): Promise<RecitalSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const owned = viewer.group === 'admin' ? {} : { user: viewer.id };
  if ((await em.count(RecitalSession, { id: sessionId, ...owned })) === 0) throw notFound('session');
  await changeCounted(em, sessionId, async (transaction) => {
    const marked = await transaction.execute<unknown[]>(
      `update recital_sessions set ${disavowing} where id = ? and not disavowed returning id`,
      [sessionId],
    );
    if (marked.length === 0) return;
    await recordAudit(transaction, {
      actorId: viewer.id,
      delegated,
      action: 'session.discard',
      subject: { kind: 'session', id: sessionId },
    });
    await enqueue(transaction, 'discard-session', { sessionId });
  });
  return em.findOneOrFail(RecitalSession, sessionId, { refresh: true });
}
