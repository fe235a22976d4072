import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { connectQueue } from '@crowd-recital/core/queue/connect-queue.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import type { QueuedJob } from '@crowd-recital/core/queue/job-desk.js';
import { queueOf, type JobQueue } from '@crowd-recital/core/queue/job-queue.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { limits } from '@crowd-recital/core/test/factories.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { sweep } from '../sweep/sweep.js';
import { startWorker, type Worker } from './worker.js';

/** What every queue promises: no session that has ended is forgotten. Each one's test runs this suite. */
export function queueContract(mongodbUrl: string | undefined): void {
  let workshop: Workshop;
  let queue: JobQueue;
  const workers: Worker[] = [];

  beforeAll(async () => {
    workshop = await openWorkshop();
    const close = await connectQueue({ mongodbUrl }, workshop.database.orm, workshop.deps.log);
    afterAll(close);
    queue = queueOf(workshop.database.em());
  });

  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop(10_000)));
    await emptyTheQueue();
  });

  async function jobs(): Promise<QueuedJob[]> {
    const window = { backward: false, from: undefined, limit: 100 };
    return queue.desk.list(workshop.database.em(), { name: 'finalise-session' }, window);
  }

  async function emptyTheQueue(): Promise<void> {
    for (const { id } of await jobs()) await queue.desk.remove(workshop.database.em(), id);
  }

  async function aWorker(): Promise<void> {
    const options = { databaseUrl: workshop.database.connectionString, mongodbUrl, concurrency: 1 };
    workers.push(await startWorker(workshop.deps, options));
  }

  async function aRecital(): Promise<RecitalSession> {
    return recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
  }

  async function end(session: RecitalSession): Promise<void> {
    await endSession(
      { em: workshop.database.em(), limits, finalisationDisabled: false },
      {
        userId: session.user.id,
        sessionId: session.id,
        audioSegments: 3,
        textSegments: 1,
        durationSeconds: 2,
        discardedSequences: [],
        endReason: 'finished',
      },
    );
  }

  async function untilFinished(sessions: readonly RecitalSession[]): Promise<void> {
    await vi.waitFor(
      async () => {
        for (const session of sessions) expect((await workshop.row(session)).status).toBe('uploaded');
        expect(await jobs()).toEqual([]);
      },
      { timeout: 60_000, interval: 100 },
    );
  }

  it('an end that commits leaves a hint, and a worker finishes the recital', async () => {
    await aWorker();
    const session = await aRecital();
    await end(session);
    await untilFinished([session]);
  });

  it('what is rolled back leaves nothing', async () => {
    const failing = inTransaction(workshop.database.em(), async (transaction) => {
      await enqueue(transaction, 'finalise-session', { sessionId: 'V1StGXR8_Z5jdHi6B-myT' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await jobs()).toEqual([]);
  });

  it('tells since when a job is due', async () => {
    const em = workshop.database.em();
    expect(await queue.desk.dueSince(em)).toBeNull();
    const early = new Date('2026-01-01T00:00:00Z');
    for (const at of [new Date(Date.now() + 3_600_000), early, new Date('2026-01-02T00:00:00Z')])
      await enqueue(em, 'finalise-session', { sessionId: 'due' }, at);
    expect(await queue.desk.dueSince(em)).toEqual(early);
  });

  it('a hint that is lost costs one sweep', async () => {
    const session = await aRecital();
    await end(session);
    await emptyTheQueue();
    await sweep({}, workshop.run());
    await sweep({}, workshop.run());
    expect((await jobs()).map(({ payload }) => payload)).toEqual([{ sessionId: session.id }]);
    await aWorker();
    await untilFinished([session]);
  });

  it('hints that were left twice do the work once, and a backlog does not wait for the polling', async () => {
    const sessions = [await aRecital(), await aRecital(), await aRecital()];
    for (const session of [...sessions, ...sessions]) {
      if ((await workshop.row(session)).status === 'active') await end(session);
      else await enqueue(workshop.database.em(), 'finalise-session', { sessionId: session.id });
    }
    await aWorker();
    await untilFinished(sessions);
    for (const session of sessions) expect(await workshop.row(session)).toMatchObject({ epoch: 1 });
  });

  it('a job for later waits for its time, and counts as waiting from then on', async () => {
    const em = workshop.database.em();
    const sessionId = 'V1StGXR8_Z5jdHi6B-myT';
    const later = new Date(Date.now() + 3_600_000);
    await enqueue(em, 'finalise-session', { sessionId }, later);
    const waiting = (until: Date | undefined) =>
      queue.waitingFor(em, 'finalise-session', [sessionId, 'another'], until);
    expect(await waiting(undefined)).toEqual(new Set());
    expect(await waiting(new Date(later.getTime() + 1_000))).toEqual(new Set([sessionId]));
    expect(await jobs()).toMatchObject([{ state: 'queued', nextRunAt: later, failCount: 0, error: null }]);
  });

  it('an admin sees a job, gives it a run and takes it away', async () => {
    const em = workshop.database.em();
    const later = new Date(Date.now() + 3_600_000);
    for (const sessionId of ['first', 'second', 'third']) {
      await enqueue(em, 'finalise-session', { sessionId }, later);
    }
    const listed = await jobs();
    // Two of the same millisecond stand in the order of their ids.
    expect(listed.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining(['first', 'second', 'third'].map((sessionId) => ({ sessionId }))),
    );
    const [last, middle, first] = listed;
    expect(last?.createdAt.getTime()).toBeGreaterThanOrEqual(first?.createdAt.getTime() ?? Infinity);
    const window = { backward: false, from: last, limit: 1 };
    expect(await queue.desk.list(em, { states: ['queued'] }, window)).toEqual([middle]);
    expect(await queue.desk.list(em, { states: ['running', 'failed', 'finished'] }, window)).toEqual([]);
    expect(await queue.desk.count(em, { name: 'finalise-session' }, 2)).toBe(2);
    expect(queue.desk.isId(last?.id ?? '')).toBe(true);
    expect(await queue.desk.runNow(em, last?.id ?? '')).toBe(true);
    expect((await queue.desk.find(em, last?.id ?? ''))?.nextRunAt?.getTime()).toBeLessThanOrEqual(Date.now());
    expect(await queue.desk.remove(em, last?.id ?? '')).toBe(true);
    expect(await queue.desk.remove(em, last?.id ?? '')).toBe(false);
    expect(await queue.desk.find(em, last?.id ?? '')).toBeNull();
  });
}
