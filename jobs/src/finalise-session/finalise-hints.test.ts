import { beforeAll, expect, it } from 'vitest';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { recite, sendText, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import type { JobFailpoints } from '../dependencies.js';
import { finaliseSession } from './finalise-session.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

const failing: JobFailpoints = (step) =>
  step === 'transcode' ? Promise.reject(new Error('failpoint')) : Promise.resolve();

/** Seconds until the hints of a session are due. */
async function hints({ id }: RecitalSession): Promise<number[]> {
  const rows = await workshop.database.em().execute<{ seconds: number }[]>(
    `select round(extract(epoch from next_run_at - now()))::int as seconds from agenda.agenda_jobs
     where name = 'finalise-session' and data ->> 'sessionId' = ? order by next_run_at`,
    [id],
  );
  return rows.map(({ seconds }) => seconds);
}

it('a hint that comes before the quiet time is over leaves the next one', async () => {
  const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
  await workshop.abandon(session);
  await sendText(workshop, session, 1, { sentence: 1, from: 1.5, to: 2 });
  await workshop.database.em().execute('delete from agenda.agenda_jobs');
  expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('not-due');
  expect(await hints(session)).toEqual([10]);
});

it('an attempt that failed leaves a hint for the next one, and for the one after it', async () => {
  const session = await recite(workshop, await shortRecital(workshop));
  for (const seconds of [30, 60]) {
    await workshop.letTimePass(session);
    await workshop.database.em().execute('delete from agenda.agenda_jobs');
    const run = workshop.run({ failpoints: failing });
    expect(await finaliseSession({ sessionId: session.id }, run)).toBe('failed');
    expect(await hints(session)).toEqual([seconds]);
  }
});

it('leaves none when it is done, nor where the command line finalises', async () => {
  const done = await recite(workshop, await shortRecital(workshop));
  expect(await finaliseSession({ sessionId: done.id }, workshop.run())).toBe('finalised');
  expect(await finaliseSession({ sessionId: done.id }, workshop.run())).toBe('not-due');
  expect(await hints(done)).toEqual([]);
  const failed = await recite(workshop, await shortRecital(workshop));
  const run = workshop.run({ failpoints: failing, finalisationDisabled: true });
  expect(await finaliseSession({ sessionId: failed.id }, run)).toBe('failed');
  expect(await hints(failed)).toEqual([]);
});
