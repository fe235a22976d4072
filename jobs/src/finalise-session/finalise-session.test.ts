import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeSound, likeness, part } from '@crowd-recital/core/test/sound.js';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import {
  intoSegments,
  recite,
  sendAudio,
  threeReadings,
  voiceAs,
  type TestReading,
} from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from './finalise-session.js';

let workshop: Workshop;
let voice: Float32Array;

beforeAll(async () => {
  workshop = await openWorkshop();
  voice = await decodeSound(workshop.deps.tools, voiceFile);
});

async function published(session: RecitalSession, fileName: string): Promise<Buffer> {
  return readFile(workshop.file(`${session.id}/${fileName}`));
}

async function sound(session: RecitalSession, fileName: string): Promise<Float32Array> {
  return decodeSound(workshop.deps.tools, workshop.file(`${session.id}/${fileName}`));
}

async function manifestOf(session: RecitalSession): Promise<Record<string, unknown>> {
  return JSON.parse((await published(session, 'manifest.json')).toString()) as Record<string, unknown>;
}

/** Each cue of the captions: its times and its sentence. */
async function cuesOf(session: RecitalSession): Promise<string[]> {
  const file = (await published(session, 'transcript.vtt')).toString();
  return file
    .split('\n\n')
    .slice(2)
    .map((block) => block.trim().split('\n').slice(1).join(' '));
}

async function finalised(session: RecitalSession): Promise<RecitalSession> {
  expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
  expect(await workshop.fsck()).toEqual([]);
  return workshop.row(session);
}

const [first, second, third] = spokenSentences;

describe('a recital of three sentences', () => {
  it('becomes a folder with the voice in three forms, captions and a manifest', async () => {
    const session = await recite(workshop);
    const row = await finalised(session);
    expect(row).toMatchObject({ status: 'uploaded', attention: null, attempts: 0, leaseUntil: null });
    expect(row.durationSeconds).toBeCloseTo(11, 1);
    expect(await published(session, 'source.audio.webm')).toEqual(await voiceAs(workshop));
    expect(likeness(voice, await sound(session, 'main.audio.webm'))).toBeGreaterThan(0.95);
    expect(likeness(voice, await sound(session, 'light.audio.mp3'))).toBeGreaterThan(0.95);
    expect((await published(session, 'transcript.vtt')).toString()).toBe(
      `WEBVTT\n\nNOTE\nSession ID: ${session.id}\n` +
        `\n0\n00:00:00.000 --> 00:00:02.600\n${first.text}\n` +
        `\n1\n00:00:02.600 --> 00:00:07.800\n${second.text}\n` +
        `\n2\n00:00:07.800 --> 00:00:11.000\n${third.text}\n`,
    );
    expect(await manifestOf(session)).toMatchObject({
      version: 1,
      session: { id: session.id, recordedSeconds: 11 },
      speaker: { id: session.user.id },
      durationSeconds: row.durationSeconds,
      cuts: [],
      holes: [],
      verdicts: { attention: null, missingAudioSegments: [] },
      files: { source: row.artifacts?.files.source, light: row.artifacts?.files.light },
    });
  });

  it('leaves nothing to do, and nothing on the disk of the worker', async () => {
    const session = await recite(workshop);
    await finalised(session);
    expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('not-due');
    expect(await workshop.workFolders()).toEqual([]);
  });
});

describe.each([
  ['ogg', 'ogg', 'webm'],
  ['vorbis', 'webm', 'webm'],
  ['mp4', 'mp4', 'mka'],
  ['wav', 'wav', 'mka'],
  ['flac', 'flac', 'mka'],
  ['mp3', 'mp3', 'mka'],
] as const)('a recital that came as %s', (encoding, source, main) => {
  it('is stored as it came and finished like any other', async () => {
    const session = await recite(workshop, { encoding });
    expect(await finalised(session)).toMatchObject({ status: 'uploaded', attention: null });
    expect(await published(session, `source.audio.${source}`)).toEqual(await voiceAs(workshop, encoding));
    expect(likeness(voice, await sound(session, `main.audio.${main}`))).toBeGreaterThan(0.95);
    expect(likeness(voice, await sound(session, 'light.audio.mp3'))).toBeGreaterThan(0.95);
  });
});

describe('what the speaker discarded', () => {
  /** The second sentence was begun badly and read again. */
  const redone: TestReading[] = [
    { sentence: 0, from: 0, to: 2.6 },
    { sentence: 1, from: 2.6, to: 3.2, discarded: true },
    { sentence: 1, from: 3.2, to: 7.8 },
    { sentence: 2, from: 7.8, to: 11 },
  ];

  it('is cut out of main, light and captions, and stays in the source', async () => {
    const session = await recite(workshop, { readings: redone });
    expect((await finalised(session)).durationSeconds).toBeCloseTo(10.4, 1);
    expect(await cuesOf(session)).toEqual([
      `00:00:00.000 --> 00:00:02.600 ${first.text}`,
      `00:00:02.600 --> 00:00:07.200 ${second.text}`,
      `00:00:07.200 --> 00:00:10.400 ${third.text}`,
    ]);
    for (const file of ['main.audio.webm', 'light.audio.mp3']) {
      const finished = await sound(session, file);
      expect(likeness(part(voice, 8.1, 10.6), part(finished, 7.5, 10))).toBeGreaterThan(0.9);
    }
    expect(await published(session, 'source.audio.webm')).toEqual(await voiceAs(workshop));
    expect(await manifestOf(session)).toMatchObject({ cuts: [{ start: 2.6, end: 3.2 }] });
  });

  it('takes the rest of the recording along when it was the last sentence', async () => {
    const [one, two] = threeReadings as [TestReading, TestReading];
    const last = { sentence: 2, from: 7.8, to: 9, discarded: true };
    const session = await recite(workshop, { readings: [one, two, last] });
    expect((await finalised(session)).durationSeconds).toBeCloseTo(7.8, 1);
    expect(await cuesOf(session)).toHaveLength(2);
    expect(await manifestOf(session)).toMatchObject({ cuts: [{ start: 7.8, end: 11.014 }] });
  });

  it('disappears also when it is discarded after everything was finished', async () => {
    const session = await recite(workshop);
    await finalised(session);
    await discardTextSegments(workshop.database.em(), {
      userId: session.user.id,
      sessionId: session.id,
      sequences: [0],
    });
    expect((await finalised(session)).durationSeconds).toBeCloseTo(8.4, 1);
    expect(await cuesOf(session)).toHaveLength(2);
  });
});

describe('finalising anew', () => {
  it('makes the same bytes of the same content', async () => {
    const session = await recite(workshop, {
      readings: [...threeReadings.slice(1), { sentence: 0, from: 0, to: 2.6, discarded: true }],
    });
    const before = (await finalised(session)).artifacts;
    await workshop.database
      .em()
      .execute('update recital_sessions set finalised_version = 0 where id = ?', [session.id]);
    const after = (await finalised(session)).artifacts;
    expect(after?.epoch).not.toBe(before?.epoch);
    expect(after?.files).toEqual(before?.files);
  });

  it('takes a late segment in, and keeps status, files and duration until that is committed', async () => {
    const parts = intoSegments(await voiceAs(workshop), 5);
    const session = await recite(workshop, {
      bytes: Buffer.concat(parts.slice(0, 4)),
      segments: 4,
      recordedSeconds: null,
    });
    await workshop.abandon(session);
    await workshop.keep(session);
    const before = await finalised(session);
    await sendAudio(workshop, session, 4, parts[4] ?? Buffer.alloc(0));
    await workshop.letTimePass(session);
    let meanwhile: RecitalSession | undefined;
    const failpoints = async (step: string, moment: string): Promise<void> => {
      if (step === 'publish-artifacts' && moment === 'before') meanwhile = await workshop.row(session);
    };
    expect(await finaliseSession({ sessionId: session.id }, workshop.run({ failpoints }))).toBe('finalised');
    expect(meanwhile).toMatchObject({
      status: 'uploaded',
      artifacts: before.artifacts,
      durationSeconds: before.durationSeconds,
    });
    const after = await workshop.row(session);
    expect(after.durationSeconds).toBeGreaterThan(before.durationSeconds ?? 0);
    expect(await published(session, 'source.audio.webm')).toEqual(await voiceAs(workshop));
    expect(await workshop.fsck()).toEqual([]);
  });
});
