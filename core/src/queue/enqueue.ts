import type { EntityManager } from '@mikro-orm/postgresql';
import { originOf } from '../logging/origin.js';
import { currentTraceparent } from '../tracing/tracing.js';
import { queueOf, type SessionJobName } from './job-queue.js';
import type { JobName, JobPayloads, JobProvenance } from './jobs.js';

/**
 * Leaves a job for the workers. With PostgreSQL as the queue it is there when, and only when, the caller's
 * transaction commits, and workers hear of it within milliseconds; with MongoDB it is left after the commit, and
 * one that is lost on the way costs a sweep.
 * It is a hint and may be left twice; handlers make a second run a no-op.
 * @param runAt - default: now.
 */
export async function enqueue<Name extends JobName>(
  em: EntityManager,
  name: Name,
  payload: JobPayloads[Name],
  runAt?: Date,
): Promise<void> {
  await queueOf(em).add(em, name, { ...payload, ...provenance(em) }, runAt);
}

/** What the worker's log and traces are to tell of where the job came from. */
function provenance(em: EntityManager): JobProvenance {
  const origin = originOf(em);
  const traceparent = currentTraceparent();
  return {
    ...(origin === undefined ? {} : { requestId: origin.requestId }),
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/**
 * Leaves a job for each session, unless one is waiting already that runs no later. Two callers at once may leave
 * two.
 * @param runAt - default: now.
 */
export async function enqueueUnlessWaiting(
  em: EntityManager,
  name: SessionJobName,
  sessionIds: readonly string[],
  runAt?: Date,
): Promise<void> {
  if (sessionIds.length === 0) return;
  const waiting = await queueOf(em).waitingFor(em, name, sessionIds, runAt);
  for (const sessionId of sessionIds) {
    if (!waiting.has(sessionId)) await enqueue(em, name, { sessionId }, runAt);
  }
}
