import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { AppError, notFound } from '../errors/app-error.js';
import type { QueuedJob } from './job-desk.js';
import { queueOf } from './job-queue.js';

/**
 * Gives a job a run at once, whatever it waits for.
 * @returns it as it is then.
 * @throws NOT_FOUND; CONFLICT while it runs.
 */
export async function retryJob(em: EntityManager, actor: Actor, jobId: string): Promise<QueuedJob> {
  return inTransaction(em, async (transaction) => {
    const { desk } = queueOf(em);
    const job = await findJob(transaction, jobId);
    if (!(await desk.runNow(transaction, jobId))) throw isRunning();
    await audit(transaction, actor, 'job.retry', job);
    return (await desk.find(transaction, jobId)) ?? job;
  });
}

/**
 * Takes a job out of the queue. What it was a hint for stays due in its own row, and the sweep may leave it again.
 * @returns it as it was.
 * @throws NOT_FOUND; CONFLICT while it runs.
 */
export async function cancelJob(em: EntityManager, actor: Actor, jobId: string): Promise<QueuedJob> {
  return inTransaction(em, async (transaction) => {
    const job = await findJob(transaction, jobId);
    if (!(await queueOf(em).desk.remove(transaction, jobId))) throw isRunning();
    await audit(transaction, actor, 'job.cancel', job);
    return job;
  });
}

async function findJob(em: EntityManager, jobId: string): Promise<QueuedJob> {
  const { desk } = queueOf(em);
  const job = desk.isId(jobId) ? await desk.find(em, jobId) : null;
  if (job === null) throw notFound('job');
  return job;
}

async function audit(em: EntityManager, actor: Actor, action: string, job: QueuedJob): Promise<void> {
  await recordAudit(em, {
    actorId: actor.id,
    delegated: actor.delegated,
    action,
    subject: { kind: 'job', id: job.id },
    details: { name: job.name, payload: job.payload },
  });
}

function isRunning(): AppError {
  return new AppError('CONFLICT', 'A worker is at this job. Wait until it has ended.');
}
