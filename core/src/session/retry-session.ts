import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { recordAudit } from '../audit/record-audit.js';
import { notFound } from '../errors/app-error.js';
import { enqueue } from '../queue/enqueue.js';
import type { Viewer } from '../user/viewer.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';

/** An admin's order to try again. */
export interface Retry {
  /** An admin; the caller has checked that. */
  readonly admin: Viewer;
  readonly delegated?: boolean;
  readonly sessionId: string;
  /** True: what is missing will not come; finalise with the holes kept as silence. */
  readonly acceptIncomplete?: boolean;
}

/**
 * Lifts flag, back-off and count of attempts, and leaves a hint. A finished session that was flagged is finalised
 * anew; of one that was wished away the deletion is tried again, if it is not complete. One that a worker is at, or
 * that nothing holds up, stays as it is.
 * @throws NOT_FOUND
 */
export async function retrySession(
  em: EntityManager,
  { admin, delegated = false, sessionId, acceptIncomplete = false }: Retry,
): Promise<RecitalSession> {
  if (!isSessionId(sessionId)) throw notFound('session');
  await inTransaction(em, async (transaction) => {
    const retried = await transaction.execute<unknown[]>(
      `update recital_sessions set
           finalised_version = case
             when attention is not null then least(finalised_version, content_version - 1)
             else finalised_version end,
           attention = null, attention_version = null, attempts = 0, next_attempt_at = null,
           accept_incomplete = accept_incomplete or ?, updated_at = now()
         where id = ? and not disavowed returning id`,
      [acceptIncomplete, sessionId],
    );
    const deleting = retried.length === 0;
    if (deleting) await retryDeletion(transaction, sessionId);
    await recordAudit(transaction, {
      actorId: admin.id,
      delegated,
      action: acceptIncomplete ? 'session.finalise-incomplete' : 'session.retry',
      subject: { kind: 'session', id: sessionId },
    });
    await enqueue(transaction, deleting ? 'discard-session' : 'finalise-session', { sessionId });
  });
  return em.findOneOrFail(RecitalSession, sessionId, { refresh: true });
}

/** The flag stays until nothing is left; so does the wait between the two deletions, which their commit checks. */
async function retryDeletion(transaction: EntityManager, sessionId: string): Promise<void> {
  const retried = await transaction.execute<unknown[]>(
    `update recital_sessions set attempts = 0, next_attempt_at = null, updated_at = now()
     where id = ? and disavowed and status <> 'discarded' returning id`,
    [sessionId],
  );
  if (retried.length === 0) throw notFound('session');
}
