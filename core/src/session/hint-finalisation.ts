import type { EntityManager } from '@mikro-orm/postgresql';
import { enqueueUnlessWaiting } from '../queue/enqueue.js';
import { findDueTime } from './due-sessions.js';

/**
 * Leaves a job for the moment at which a session wants to be finalised: at once when all expected parts are there,
 * else when nothing more has come for 10 s and a lease or back-off that runs has ended. None when nothing is new,
 * or when an admin has to look at it first. A job that comes too early, because more arrived since, leaves the next.
 */
export async function hintFinalisation(em: EntityManager, sessionId: string): Promise<void> {
  const due = await findDueTime(em, sessionId);
  if (due !== null) await enqueueUnlessWaiting(em, 'finalise-session', [sessionId], due);
}
