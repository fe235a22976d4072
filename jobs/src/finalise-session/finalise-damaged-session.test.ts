import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeSound, encodeSound, likeness, loudness, part } from '@crowd-recital/core/test/sound.js';
import { voiceFile } from '@crowd-recital/core/test/voice.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { retrySession } from '@crowd-recital/core/session/retry-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { recite, shortRecital, threeReadings, voiceAs, type Recital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession, type FinalisationOutcome } from './finalise-session.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

/** Finalises after the time in which missing parts might still come. */
async function finalise(session: RecitalSession): Promise<FinalisationOutcome> {
  await workshop.letTimePass(session);
  return finaliseSession({ sessionId: session.id }, workshop.run());
}

async function acceptIncomplete(session: RecitalSession): Promise<void> {
  const admin = await aUser(workshop.database.em(), { group: 'admin' });
  await retrySession(workshop.database.em(), {
    admin: { id: admin.id, group: 'admin' },
    sessionId: session.id,
    acceptIncomplete: true,
  });
}

async function sound(session: RecitalSession, fileName: string): Promise<Float32Array> {
  return decodeSound(workshop.deps.tools, workshop.file(`${session.id}/${fileName}`));
}

describe('a recital that has not all arrived', () => {
  it('is flagged and stays ended, whatever is missing', async () => {
    const missing: Recital[] = [{ withoutAudio: [1] }, { withoutAudio: [2] }, { withoutText: [0] }];
    for (const recital of missing) {
      const session = await recite(workshop, { ...(await shortRecital(workshop)), ...recital });
      expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('not-due');
      expect(await finalise(session)).toBe('needs-attention');
      expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'missing-segments' });
    }
  });

  it('is finalised once an admin accepts it: the hole is silence, captions stay true, the end is filled up', async () => {
    const session = await recite(workshop, { segments: 10, withoutAudio: [4, 9] });
    expect(await finalise(session)).toBe('needs-attention');
    await acceptIncomplete(session);
    expect(await finalise(session)).toBe('finalised');
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'uploaded', attention: null });
    expect(row.durationSeconds).toBeCloseTo(11, 1);
    const voice = await decodeSound(workshop.deps.tools, voiceFile);
    for (const file of ['main.audio.webm', 'light.audio.mp3']) {
      const finished = await sound(session, file);
      expect(likeness(part(voice, 0.3, 2.2), part(finished, 0.3, 2.2))).toBeGreaterThan(0.9);
      expect(likeness(part(voice, 8.1, 9.3), part(finished, 8.1, 9.3))).toBeGreaterThan(0.9);
      expect(loudness(part(finished, 10.2, 11))).toBeLessThan(0.001);
    }
    const manifest = JSON.parse(
      await readFile(workshop.file(`${session.id}/manifest.json`), 'utf8'),
    ) as unknown;
    expect(manifest).toMatchObject({ verdicts: { missingAudioSegments: [4, 9] }, silenceAddedUpTo: 11 });
    expect(await workshop.fsck()).toEqual([]);
  });

  it.each([
    ['ogg', 'webm'],
    ['mp4', 'mka'],
    ['flac', 'mka'],
  ] as const)('keeps what follows a hole in its place, also in %s', async (encoding, main) => {
    const session = await recite(workshop, { encoding, segments: 10, withoutAudio: [4] });
    await acceptIncomplete(session);
    expect(await finalise(session)).toBe('finalised');
    const voice = await decodeSound(workshop.deps.tools, voiceFile);
    for (const file of [`main.audio.${main}`, 'light.audio.mp3']) {
      const finished = await sound(session, file);
      expect(likeness(part(voice, 8.1, 10.6), part(finished, 8.1, 10.6))).toBeGreaterThan(0.9);
    }
  });

  it.each(['wav', 'mp3'] as const)(
    'stays flagged where nobody can say what the hole has shifted: %s',
    async (encoding) => {
      const session = await recite(workshop, { encoding, segments: 10, withoutAudio: [4] });
      await acceptIncomplete(session);
      expect(await finalise(session)).toBe('needs-attention');
      expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'missing-segments' });
    },
  );

  it('without its beginning cannot be read, also when an admin accepts it', async () => {
    const session = await recite(workshop, { withoutAudio: [0] });
    await acceptIncomplete(session);
    expect(await finalise(session)).toBe('needs-attention');
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'unreadable-audio' });
  });
});

describe('segments that the store does not hold as they were acknowledged', () => {
  const damages: [string, (keys: string[]) => Promise<void>][] = [
    ['one byte has flipped', async ([key = '']) => flipByte(workshop.file(key))],
    ['one is truncated', async ([key = '']) => truncate(workshop.file(key))],
    ['one is longer', async ([key = '']) => writeFile(workshop.file(key), 'more', { flag: 'a' })],
    ['one is gone', async ([key = '']) => rm(workshop.file(key))],
    ['two are swapped', async ([a = '', b = '']) => swap(workshop.file(a), workshop.file(b))],
    [
      'one holds the bytes of another',
      async ([a = '', b = '']) => writeFile(workshop.file(a), await readFile(workshop.file(b))),
    ],
  ];

  it.each(damages)('%s: is found each time, and nothing is finished', async (_name, damage) => {
    const session = await recite(workshop, await shortRecital(workshop));
    const keys = (
      await workshop.database
        .em()
        .find(AudioSegment, { session: session.id }, { orderBy: { sequence: 'desc' } })
    ).map(({ storageKey }) => storageKey);
    await damage(keys);
    expect(await finalise(session)).toBe('failed');
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'ended', attempts: 1, artifacts: null });
    expect(row.lastError).toMatch(/Segment \d is not in the store as it was acknowledged/);
    expect((await workshop.fsck()).map(({ subject }) => subject)).not.toEqual([]);
    await workshop.database
      .em()
      .execute(`update recital_sessions set disavowed = true where id = ?`, [session.id]);
  });

  it('are tried eight times, and then wait for an admin, who can retry', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const [segment] = await workshop.database.em().find(AudioSegment, { session: session.id });
    const file = workshop.file(segment?.storageKey ?? '');
    await rename(file, `${file}.away`);
    for (let attempt = 1; attempt <= 8; attempt += 1) expect(await finalise(session)).toBe('failed');
    expect(await finalise(session)).toBe('not-due');
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'finalisation-failed' });
    await rename(`${file}.away`, file);
    const admin = await aUser(workshop.database.em(), { group: 'admin' });
    await retrySession(workshop.database.em(), {
      admin: { id: admin.id, group: 'admin' },
      sessionId: session.id,
    });
    expect(await finalise(session)).toBe('finalised');
    expect(await workshop.row(session)).toMatchObject({ attention: null, lastError: null, attempts: 0 });
  });
});

describe('bytes that are no recital', () => {
  it.each([
    ['noise', () => Buffer.alloc(5_000, 'noise')],
    ['a playlist', () => Buffer.from(`#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n${'#\n'.repeat(50)}`)],
    [
      'the right beginning and then nothing',
      () => Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(500)]),
    ],
  ])('are kept and flagged as unreadable: %s', async (_name, bytes) => {
    const session = await recite(workshop, { bytes: bytes(), segments: 2 });
    expect(await finalise(session)).toBe('needs-attention');
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'ended', attention: 'unreadable-audio' });
    expect(await readFile(workshop.file(`${session.id}/.e${row.epoch}/source.audio.webm`))).toEqual(bytes());
  });

  it('are flagged when the container is another one than declared', async () => {
    const session = await recite(workshop, { encoding: 'webm', bytes: await voiceAs(workshop, 'ogg') });
    expect(await finalise(session)).toBe('needs-attention');
    expect((await workshop.row(session)).lastError).toMatch(/bytes are ogg, declared was webm/);
  });
});

describe('times that do not agree', () => {
  it('flag a recording that is shorter than what was recorded, and finish nothing', async () => {
    const session = await recite(workshop, { recordedSeconds: 13 });
    expect(await finalise(session)).toBe('needs-attention');
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'duration-mismatch' });
  });

  it('flag one that claims to be longer than any may be, before ffmpeg fills it up', async () => {
    const bytes = await encodeSound(workshop.deps.tools, 'webm', ['-itsoffset', '360000', '-i', voiceFile]);
    const session = await recite(workshop, { bytes });
    expect(await finalise(session)).toBe('needs-attention');
    expect((await workshop.row(session)).lastError).toMatch(/no recital is longer/);
  });

  it('flag a hole that nobody missed, and finish it with silence in its place', async () => {
    const bytes = await voiceAs(workshop);
    const holed = Buffer.concat([bytes.subarray(0, bytes.length * 0.4), bytes.subarray(bytes.length * 0.5)]);
    const session = await recite(workshop, { bytes: holed });
    expect(await finalise(session)).toBe('finalised');
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', attention: 'duration-mismatch' });
  });

  it('flag data in disorder, and finish nothing', async () => {
    const bytes = await voiceAs(workshop);
    const at = (share: number): number => Math.round(bytes.length * share);
    const pieces = [0, 0.4, 0.5, 0.6, 1].map(at);
    const [a = bytes, b = bytes, c = bytes, d = bytes] = pieces
      .slice(1)
      .map((end, i) => bytes.subarray(pieces[i], end));
    const session = await recite(workshop, { bytes: Buffer.concat([a, c, b, d]) });
    expect(await finalise(session)).toBe('needs-attention');
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'duration-mismatch' });
  });

  it('flag sentences that were read after the recording had ended', async () => {
    const session = await recite(workshop, {
      readings: [...threeReadings, { sentence: 2, from: 14, to: 20 }],
    });
    expect(await finalise(session)).toBe('finalised');
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', attention: 'duration-mismatch' });
  });
});

describe('a recording without sentences', () => {
  it('is kept, finished and flagged, never deleted', async () => {
    const session = await recite(workshop, { ...(await shortRecital(workshop)), readings: [] });
    expect(await finalise(session)).toBe('finalised');
    expect(await workshop.row(session)).toMatchObject({
      status: 'uploaded',
      attention: 'no-sentences',
      disavowed: false,
    });
  });

  it('of which everything was discarded is kept and flagged, and not finished', async () => {
    const readings = [{ sentence: 0, from: 0, to: 2, discarded: true }];
    const session = await recite(workshop, { ...(await shortRecital(workshop)), readings });
    expect(await finalise(session)).toBe('needs-attention');
    expect(await workshop.row(session)).toMatchObject({
      status: 'ended',
      attention: 'no-sentences',
      disavowed: false,
    });
  });
});

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x10;
  await writeFile(file, bytes);
}

async function truncate(file: string): Promise<void> {
  await writeFile(file, (await readFile(file)).subarray(0, -1));
}

async function swap(a: string, b: string): Promise<void> {
  await rename(a, `${a}.x`);
  await rename(b, a);
  await rename(`${a}.x`, b);
}
