import { readFile, rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { intoSegments, recite, sendAudio, shortRecital, voiceAs } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from '../finalise-session/finalise-session.js';
import { deleteOldSegments } from './delete-old-segments.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

async function finalise(session: RecitalSession): Promise<void> {
  await workshop.letTimePass(session);
  expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
}

async function finishedDaysAgo(session: RecitalSession, days: number): Promise<void> {
  await workshop.database
    .em()
    .execute('update recital_sessions set finalised_at = now() - make_interval(days => ?) where id = ?', [
      days,
      session.id,
    ]);
}

async function aFinishedSession(days = 31): Promise<RecitalSession> {
  const session = await recite(workshop, await shortRecital(workshop));
  await finalise(session);
  await finishedDaysAgo(session, days);
  return workshop.row(session);
}

async function objectsOf(session: RecitalSession, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of workshop.store.list(`${session.id}/${prefix}`)) keys.push(key);
  return keys;
}

describe('the deletion of old segments', () => {
  it('deletes the segments of a recital that was finished 30 days ago, and nothing of its files', async () => {
    const session = await aFinishedSession();
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, 'segments/')).toEqual([]);
    expect((await workshop.row(session)).segmentsDeletedAt).not.toBeNull();
    expect(await workshop.fsck()).toEqual([]);
  });

  it('comes to the end of a deletion in which its process was killed', async () => {
    const session = await aFinishedSession();
    await workshop.database
      .em()
      .execute('update recital_sessions set segments_deleted_at = now() where id = ?', [session.id]);
    expect(await objectsOf(session, 'segments/')).toHaveLength(3);
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, 'segments/')).toEqual([]);
    expect(await workshop.fsck()).toEqual([]);
  });

  it('leaves those of a younger one, of a flagged one and of one that is due again', async () => {
    const younger = await aFinishedSession(29);
    const flagged = await aFinishedSession();
    const due = await aFinishedSession();
    const em = workshop.database.em();
    await em.execute(`update recital_sessions set attention = 'duration-mismatch' where id = ?`, [
      flagged.id,
    ]);
    await em.execute('update recital_sessions set content_version = content_version + 1 where id = ?', [
      due.id,
    ]);
    await deleteOldSegments({}, workshop.run());
    for (const session of [younger, flagged, due])
      expect(await objectsOf(session, 'segments/')).toHaveLength(3);
    await finalise(due);
  });

  it('keeps every segment of a source that does not read back as it was stored', async () => {
    const session = await aFinishedSession();
    const source = workshop.file(`${session.id}/.e${session.epoch}/source.audio.webm`);
    const bytes = await readFile(source);
    const damaged = Buffer.from(bytes);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    await writeFile(source, damaged);
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, 'segments/')).toHaveLength(3);
    await rm(source);
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, 'segments/')).toHaveLength(3);
    await writeFile(source, bytes);
  });

  it('publishes again what differs from the row', async () => {
    const session = await aFinishedSession();
    const captions = workshop.file(`${session.id}/transcript.vtt`);
    const before = await readFile(captions);
    await writeFile(captions, 'WEBVTT\n\nspoilt');
    await deleteOldSegments({}, workshop.run());
    expect(await readFile(captions)).toEqual(before);
  });

  it('deletes what earlier epochs staged', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    await finalise(session);
    await workshop.database
      .em()
      .execute('update recital_sessions set finalised_version = 0 where id = ?', [session.id]);
    await finalise(session);
    await finishedDaysAgo(session, 31);
    expect(await objectsOf(session, '.e1/')).not.toEqual([]);
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, '.e1/')).toEqual([]);
    expect(await objectsOf(session, '.e2/')).toHaveLength(5);
    expect(await workshop.fsck()).toEqual([]);
  });

  it('lets a segment that comes even later still be put in its place', async () => {
    const parts = intoSegments(await voiceAs(workshop), 5);
    const session = await recite(workshop, {
      bytes: Buffer.concat(parts.slice(0, 4)),
      segments: 4,
      recordedSeconds: null,
      readings: [{ sentence: 0, from: 0, to: 2.6 }],
    });
    await workshop.abandon(session);
    await finalise(session);
    await finishedDaysAgo(session, 31);
    await deleteOldSegments({}, workshop.run());
    expect(await objectsOf(session, 'segments/')).toEqual([]);
    await sendAudio(workshop, session, 4, parts[4] ?? Buffer.alloc(0));
    await finalise(session);
    const source = workshop.file(`${session.id}/.e2/source.audio.webm`);
    expect(await readFile(source)).toEqual(await voiceAs(workshop));
    expect(await workshop.fsck()).toEqual([]);
  });
});
