import { Agenda } from 'agenda';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { enqueue } from '@crowd-recital/core/queue/enqueue.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { handlers } from '../handlers.js';
import { startWorker, type Worker } from './worker.js';

let workshop: Workshop;
const workers: Worker[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(10_000)));
});

async function aWorker(given: Partial<Workshop['deps']> = {}, concurrency = 1): Promise<Worker> {
  const worker = await startWorker(
    { ...workshop.deps, ...given },
    { databaseUrl: workshop.database.connectionString, concurrency },
  );
  workers.push(worker);
  return worker;
}

async function hint(session: RecitalSession): Promise<void> {
  await enqueue(workshop.database.em(), 'finalise-session', { sessionId: session.id });
}

async function untilFinalised(sessions: readonly RecitalSession[]): Promise<void> {
  await vi.waitFor(
    async () => {
      for (const session of sessions) expect((await workshop.row(session)).status).toBe('uploaded');
    },
    { timeout: 60_000, interval: 50 },
  );
}

async function finalisationsWaiting(): Promise<number> {
  const [row] = await workshop.database
    .em()
    .execute<{ count: string }[]>(`select count(*) from agenda.agenda_jobs where name = 'finalise-session'`);
  return Number(row?.count);
}

describe('a worker', () => {
  it('takes jobs of every kind that there is a handler for', async () => {
    const define = vi.spyOn(Agenda.prototype, 'define');
    await aWorker();
    expect(define.mock.calls.map(([name]) => name).sort()).toEqual(Object.keys(handlers).sort());
    define.mockRestore();
  });

  it('does by itself, once a day, what comes with no payload at all', async () => {
    // The worker before may have been stopped in the middle of it, and then still holds its lock.
    await workshop.database.em().execute(`delete from agenda.agenda_jobs where name = 'delete-old-segments'`);
    await aWorker();
    await vi.waitFor(
      async () => {
        const [daily] = await workshop.database.em().execute<Record<string, unknown>[]>(
          `select fail_reason, last_finished_at is not null as finished, next_run_at > now() + interval '23 hours' as again
           from agenda.agenda_jobs where name = 'delete-old-segments'`,
        );
        expect(daily).toEqual({ fail_reason: null, finished: true, again: true });
      },
      { timeout: 60_000, interval: 100 },
    );
  });

  it('takes a hint as soon as it is committed, and leaves no row of it', async () => {
    await aWorker();
    const session = await recite(workshop, await shortRecital(workshop));
    await hint(session);
    await untilFinalised([session]);
    await vi.waitFor(async () => expect(await finalisationsWaiting()).toBe(0), { timeout: 60_000 });
  });

  it('works through hints that wait, doubled ones included, without a polling interval between two', async () => {
    const sessions: RecitalSession[] = [];
    for (let count = 0; count < 4; count += 1)
      sessions.push(await recite(workshop, await shortRecital(workshop)));
    for (const session of [...sessions, ...sessions]) await hint(session);
    await aWorker();
    await untilFinalised(sessions);
    await vi.waitFor(async () => expect(await finalisationsWaiting()).toBe(0), { timeout: 60_000 });
  });

  it('that nobody told how many it may do at a time makes one while another takes long', async () => {
    const { connectionString: databaseUrl } = workshop.database;
    const { jobs } = loadConfig({ DB_CONNECTION_STR: databaseUrl, ROOT_DATA_FOLDER: workshop.dataFolder });
    const recital = await shortRecital(workshop);
    const [long, short] = [await recite(workshop, recital), await recite(workshop, recital)];
    let goOn: (() => void) | undefined;
    const failpoints = async (step: string, moment: string): Promise<void> => {
      if (step !== 'transcode' || moment !== 'before' || goOn !== undefined) return;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    };
    await aWorker({ failpoints }, jobs.concurrency);
    await hint(long);
    await vi.waitFor(() => expect(goOn).toBeDefined(), { timeout: 60_000, interval: 10 });
    await hint(short);
    await untilFinalised([short]);
    expect((await workshop.row(long)).status).toBe('ended');
    goOn?.();
    await untilFinalised([long]);
  });

  it('finishes what it is at before it stops, and takes nothing more', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const later = await recite(workshop, await shortRecital(workshop));
    let begun = false;
    const worker = await aWorker({
      failpoints: (step) => {
        begun ||= step === 'transcode';
        return Promise.resolve();
      },
    });
    await hint(session);
    await vi.waitFor(() => expect(begun).toBe(true), { timeout: 60_000, interval: 10 });
    const stopped = worker.stop(20_000);
    await hint(later);
    await stopped;
    expect((await workshop.row(session)).status).toBe('uploaded');
    expect((await workshop.row(later)).status).toBe('ended');
  });

  it('gives back what it cannot finish in time', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    let release = (): void => undefined;
    let begun = false;
    const worker = await aWorker({
      failpoints: async (step, moment) => {
        if (step !== 'transcode' || moment !== 'before' || begun) return;
        begun = true;
        await new Promise<void>((resolve) => (release = resolve));
      },
    });
    await hint(session);
    await vi.waitFor(() => expect(begun).toBe(true), { timeout: 60_000, interval: 10 });
    const stopped = worker.stop(100);
    setTimeout(() => release(), 300);
    await stopped;
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', attempts: 0, leaseUntil: null });
    await aWorker();
    await untilFinalised([session]);
  });

  it('survives that the database ends all its connections, and hears hints again afterwards', async () => {
    await aWorker();
    const admin = new pg.Client({ connectionString: workshop.database.connectionString });
    await admin.connect();
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'crowd-recital jobs'`,
    );
    await admin.end();
    const session = await recite(workshop, await shortRecital(workshop));
    await hint(session);
    await untilFinalised([session]);
  });

  it('says so when the database does not answer', async () => {
    const options = { databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing', concurrency: 1 };
    await expect(startWorker(workshop.deps, options)).rejects.toThrow(/ECONNREFUSED/);
  });
});
