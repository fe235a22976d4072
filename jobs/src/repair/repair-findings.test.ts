import { rm, writeFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from '../finalise-session/finalise-session.js';
import { repairFindings } from './repair-findings.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

it('copies fixed names anew, removes what broke off, and leaves the rest for a person', async () => {
  const session = await recite(workshop, await shortRecital(workshop));
  await finaliseSession({ sessionId: session.id }, workshop.run());
  const place = (name: string): string => workshop.file(`${session.id}/${name}`);
  await rm(place('transcript.vtt'));
  await writeFile(place('light.audio.mp3'), 'something else');
  await writeFile(place('segments/.incoming-abc'), 'half');
  await writeFile(place('segments/7.whatever'), 'nobody knows');

  const repaired = await repairFindings(workshop.deps, await workshop.fsck());
  expect(repaired.map((key) => key.slice(session.id.length + 1)).sort()).toEqual([
    'light.audio.mp3',
    'segments/.incoming-abc',
    'transcript.vtt',
  ]);
  expect(await workshop.fsck()).toMatchObject([
    { kind: 'object-unknown', subject: `${session.id}/segments/7.whatever` },
  ]);
});

it('takes out of a discarded session what a worker of the release before left there', async () => {
  const session = await recite(workshop, await shortRecital(workshop));
  await workshop.database.em().execute(
    `update recital_sessions set status = 'discarded', disavowed = true, early_main = '{"epoch": 1}'::jsonb
     where id = ?`,
    [session.id],
  );
  for (const table of ['audio_segments', 'text_segments']) {
    await workshop.database.em().execute(`delete from ${table} where session_id = ?`, [session.id]);
  }
  await workshop.store.deletePrefix(`${session.id}/`);

  const findings = (await workshop.fsck()).filter(({ subject }) => subject === session.id);
  expect(findings).toMatchObject([
    { kind: 'row-inconsistent', detail: 'It is discarded, and still names what could be heard early.' },
  ]);
  expect(await repairFindings(workshop.deps, findings)).toEqual([session.id]);
  expect((await workshop.row(session)).earlyMain).toBeNull();
});
