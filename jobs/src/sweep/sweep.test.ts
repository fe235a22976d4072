import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLastSweep } from '@crowd-recital/core/queue/last-sweep.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { claimFinalisation } from '@crowd-recital/core/session/finalisation-claim.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { sweepRegularly } from './sweep-regularly.js';
import { sweep } from './sweep.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

beforeEach(async () => {
  await workshop.database.em().execute('delete from agenda.agenda_jobs');
});

interface WaitingJob {
  readonly name: string;
  readonly sessionId: string | null;
}

async function waitingJobs(): Promise<WaitingJob[]> {
  return workshop.database
    .em()
    .execute(
      `select name, data->>'sessionId' as "sessionId" from agenda.agenda_jobs where next_run_at <= now()`,
    );
}

describe('a sweep', () => {
  it('leaves one hint for a session that is due, however often it runs', async () => {
    const { id } = await recite(workshop, await shortRecital(workshop));
    await sweep({}, workshop.run());
    await sweep({}, workshop.run());
    expect((await waitingJobs()).filter(({ sessionId }) => sessionId === id)).toEqual([
      { name: 'finalise-session', sessionId: id },
    ]);
  });

  it('leaves none where the command line finalises, but still for deletions', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const unwanted = await recite(workshop, await shortRecital(workshop));
    await disavowSession(workshop.database.em(), {
      viewer: { id: unwanted.user.id, group: 'speaker' },
      sessionId: unwanted.id,
    });
    await workshop.database.em().execute('delete from agenda.agenda_jobs');
    await sweep({}, workshop.run({ finalisationDisabled: true }));
    const found = (await waitingJobs()).filter(({ sessionId }) =>
      [session.id, unwanted.id].includes(sessionId ?? ''),
    );
    expect(found).toEqual([{ name: 'discard-session', sessionId: unwanted.id }]);
  });

  it('counts a recital that went silent as abandoned, and has it finalised', async () => {
    const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
    await workshop.database.em().execute(
      `update recital_sessions set last_activity_at = now() - interval '3 hours',
           last_content_at = now() - interval '3 hours' where id = ?`,
      [session.id],
    );
    await sweep({}, workshop.run());
    expect(await workshop.row(session)).toMatchObject({
      status: 'ended',
      endReason: 'abandoned',
      kept: false,
    });
    expect(await waitingJobs()).toContainEqual({ name: 'finalise-session', sessionId: session.id });
  });

  it('removes the work folder of a worker that was killed, and not that of one at work', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const claim = await claimFinalisation(workshop.database.em(), session.id, { leaseSeconds: 60 });
    const atWork = `${session.id}.${claim?.epoch ?? 0}`;
    for (const name of [atWork, `${session.id}.0`]) {
      await mkdir(path.join(workshop.deps.workFolder, name), { recursive: true });
    }
    await sweep({}, workshop.run());
    expect(await workshop.workFolders()).toEqual([atWork]);
  });

  it('revives a job that Agenda lost, and leaves those alone that run, wait, or ended just now', async () => {
    const em = workshop.database.em();
    const age = (minutes: number): string => `now() - interval '${minutes} minutes'`;
    await em.execute('alter table agenda.agenda_jobs disable trigger agenda_jobs_updated_at_trigger');
    await em.execute(
      `insert into agenda.agenda_jobs (name, data, next_run_at, locked_at, updated_at) values
         ('lost', '{}', null, null, ${age(5)}),
         ('running', '{}', null, ${age(1)}, ${age(5)}),
         ('waiting', '{}', now() + interval '1 hour', null, ${age(5)}),
         ('just-ended', '{}', null, null, now())`,
    );
    await em.execute('alter table agenda.agenda_jobs enable trigger agenda_jobs_updated_at_trigger');
    await sweep({}, workshop.run());
    const names = (await waitingJobs()).map(({ name }) => name);
    expect(names.filter((name) => ['lost', 'running', 'waiting', 'just-ended'].includes(name))).toEqual([
      'lost',
    ]);
  });
});

describe('regular sweeps', () => {
  it('leave word of the last one, and of what it failed of', async () => {
    const em = () => workshop.database.em();
    const before = Date.now() - 1_000;
    await sweepRegularly(workshop.deps, 3_600)();
    const good = await readLastSweep(em());
    expect(good).toMatchObject({ error: null });
    expect(good?.endedAt?.getTime()).toBeGreaterThan(before);
    const broken = {
      ...workshop.deps,
      get session(): never {
        throw new Error('No settings.');
      },
    };
    await sweepRegularly(broken, 3_600)();
    expect(await readLastSweep(em())).toMatchObject({ error: 'No settings.' });
  });
});
