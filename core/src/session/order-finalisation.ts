import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { badInput, notFound } from '../errors/app-error.js';
import { enqueueUnlessWaiting } from '../queue/enqueue.js';
import { dueCondition, findDueSessions } from './due-sessions.js';
import { isSessionId } from './session-id.js';

/** Sessions in one order. */
const mostAtOnce = 1_000;

/**
 * Leaves the workers a job for each of the given sessions that wants to be finalised now, or for all that do (those
 * that wait longest, 1,000 at a time); works also where JOB_SESSION_FINALIZATION_DISABLED holds back the others.
 * @param sessionIds - null: all that are due. Given ones that are not due are passed over.
 * @returns the ids of the sessions that the workers were told of.
 * @throws NOT_FOUND for an id of no session, BAD_USER_INPUT for too many.
 */
export async function orderFinalisation(
  em: EntityManager,
  actor: Actor,
  sessionIds: readonly string[] | null,
): Promise<string[]> {
  return inTransaction(em, async (transaction) => {
    const due =
      sessionIds === null
        ? await findDueSessions(transaction, mostAtOnce)
        : await dueAmong(transaction, sessionIds);
    await enqueueUnlessWaiting(transaction, 'finalise-session', due);
    for (const id of due) {
      await recordAudit(transaction, {
        actorId: actor.id,
        delegated: actor.delegated,
        action: 'session.finalise',
        subject: { kind: 'session', id },
      });
    }
    return due;
  });
}

async function dueAmong(transaction: EntityManager, sessionIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(sessionIds)];
  if (ids.length > mostAtOnce) throw badInput('ids', `Order at most ${mostAtOnce} at a time.`);
  if (!ids.every(isSessionId)) throw notFound('session');
  if (ids.length === 0) return [];
  const known = await transaction.execute<{ id: string; due: boolean }[]>(
    `select id, (${dueCondition}) as due from recital_sessions where id in (?)`,
    [ids],
  );
  if (known.length < ids.length) throw notFound('session');
  return known.filter(({ due }) => due).map(({ id }) => id);
}
