import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeSound, encodeSound, likeness, loudness, part } from '../../test/sound.js';
import { voiceFile } from '../../test/voice.js';
import type { TimeRange } from '../captions/time-range.js';
import type { AudioContainer } from '../session/audio-mime-type.js';
import { copyMain } from './copy-main.js';
import { demuxerOptions } from './demuxer-options.js';
import { findAudioTools, type AudioTools } from './find-audio-tools.js';
import { mainFormat } from './main-format.js';
import { scanPackets } from './packet-scan.js';
import { transcode } from './transcode.js';

let tools: AudioTools;
let voice: Float32Array;
let folder: string;

beforeAll(async () => {
  tools = await findAudioTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
  });
  folder = await mkdtemp(path.join(os.tmpdir(), 'transcode test '));
  voice = await decodeSound(tools, voiceFile);
});
afterAll(() => rm(folder, { recursive: true }));

interface Made {
  readonly seconds: number;
  readonly main: string;
  readonly light: string;
}

/** Scans and transcodes bytes as finalisation does. */
async function make(
  bytes: Buffer,
  container: AudioContainer,
  given: { readonly cuts?: TimeRange[]; readonly padTo?: number } = {},
): Promise<Made> {
  await writeFile(path.join(folder, 'source'), bytes);
  const scan = await scanPackets(tools, { folder, file: 'source', demuxer: demuxerOptions(container) });
  if (scan === undefined) throw new Error('no audio');
  const format = mainFormat(scan.codec);
  const main = { file: `main.${format.extension}`, format };
  const source = { file: 'source', container, byteLength: bytes.length };
  const copied = given.cuts === undefined && given.padTo === undefined && scan.holes.length === 0;
  if (copied) await copyMain(tools, { folder, source, sourceSeconds: scan.end, main });
  const { seconds } = await transcode(tools, {
    folder,
    source,
    sourceSeconds: scan.end,
    cuts: given.cuts ?? [],
    padTo: given.padTo,
    main: copied ? undefined : main,
    light: { file: 'light.mp3' },
  });
  return {
    seconds,
    main: path.join(folder, `main.${format.extension}`),
    light: path.join(folder, 'light.mp3'),
  };
}

const sources = [
  ['webm', 'webm', 'webm'],
  ['vorbis', 'webm', 'webm'],
  ['ogg', 'ogg', 'webm'],
  ['mp4', 'mp4', 'mka'],
  ['wav', 'wav', 'mka'],
  ['flac', 'flac', 'mka'],
  ['mp3', 'mp3', 'mka'],
] as const;

describe.each(sources)('%s', (encoding, container, extension) => {
  it('becomes a main and a light that hold the voice', async () => {
    const made = await make(await encodeSound(tools, encoding), container);
    expect(made.main).toMatch(new RegExp(`\\.${extension}$`));
    expect(made.seconds).toBeCloseTo(11, 1);
    expect(likeness(voice, await decodeSound(tools, made.main))).toBeGreaterThan(0.95);
    expect(likeness(voice, await decodeSound(tools, made.light))).toBeGreaterThan(0.95);
  });

  it('loses the parts that are cut, and nothing else', async () => {
    const cuts = [
      { start: 2.2, end: 3.2 },
      { start: 8.1, end: Infinity },
    ];
    const made = await make(await encodeSound(tools, encoding), container, { cuts });
    expect(made.seconds).toBeCloseTo(7.1, 2);
    for (const file of [made.main, made.light]) {
      const sound = await decodeSound(tools, file);
      expect(likeness(part(voice, 0.3, 2.2), part(sound, 0.3, 2.2))).toBeGreaterThan(0.9);
      expect(likeness(part(voice, 3.2, 7.6), part(sound, 2.2, 6.6))).toBeGreaterThan(0.9);
    }
  });

  it('becomes the same bytes whenever it is made', async () => {
    const bytes = await encodeSound(tools, encoding);
    for (const given of [{}, { cuts: [{ start: 1, end: 2 }] }]) {
      const first = await hashes(await make(bytes, container, given));
      expect(await hashes(await make(bytes, container, given))).toEqual(first);
    }
  });
});

it('every sample that is heard is counted', async () => {
  const cuts = [{ start: 1, end: 2.5 }];
  const wav = await encodeSound(tools, 'wav');
  expect((await make(wav, 'wav')).seconds).toBe(11);
  expect((await make(wav, 'wav', { cuts })).seconds).toBe(9.5);
});

async function hashes({ main, light }: Made): Promise<string[]> {
  const contents = await Promise.all([readFile(main), readFile(light)]);
  return contents.map((content) => createHash('sha256').update(content).digest('hex'));
}

describe('a stream with a hole', () => {
  it('keeps its length, the hole as silence, and what comes after it in its place', async () => {
    const bytes = await encodeSound(tools, 'webm');
    const holed = Buffer.concat([bytes.subarray(0, bytes.length * 0.4), bytes.subarray(bytes.length * 0.5)]);
    const made = await make(holed, 'webm');
    expect(made.seconds).toBeCloseTo(11, 1);
    for (const file of [made.main, made.light]) {
      const sound = await decodeSound(tools, file);
      expect(likeness(part(voice, 8.1, 10.6), part(sound, 8.1, 10.6))).toBeGreaterThan(0.9);
      expect(loudness(part(sound, 4.6, 5))).toBeLessThan(0.001);
    }
  });

  it('is filled up to where it should have ended', async () => {
    const bytes = await encodeSound(tools, 'ogg');
    const made = await make(bytes.subarray(0, bytes.length * 0.6), 'ogg', { padTo: 11 });
    expect(made.seconds).toBeCloseTo(11, 2);
    expect(loudness(part(await decodeSound(tools, made.main), 8, 11))).toBeLessThan(0.001);
  });
});

describe('a file that is not what it was declared to be', () => {
  it.each([
    ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
    ['a list of files', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ])('is not opened: %s', async (_name, text) => {
    await writeFile(path.join(folder, 'bomb'), text);
    const scan = scanPackets(tools, { folder, file: 'bomb', demuxer: demuxerOptions('webm') });
    await expect(scan).rejects.toMatchObject({ name: 'AudioToolError', fault: 'exit' });
  });

  it('is not opened even with the right beginning: FLAC called WebM', async () => {
    await writeFile(path.join(folder, 'bomb'), await encodeSound(tools, 'flac'));
    const scan = scanPackets(tools, { folder, file: 'bomb', demuxer: demuxerOptions('webm') });
    await expect(scan).rejects.toMatchObject({ fault: 'exit' });
  });
});

it('a run that is called off ends with the reason, and at once', async () => {
  const bytes = await encodeSound(tools, 'wav', ['-f', 'lavfi', '-i', 'sine=d=600']);
  await writeFile(path.join(folder, 'source'), bytes);
  const reason = new Error('called off');
  const calledOff = new AbortController();
  const format = mainFormat('pcm_s16le');
  const running = transcode(
    tools,
    {
      folder,
      source: { file: 'source', container: 'wav', byteLength: bytes.length },
      sourceSeconds: 600,
      cuts: [],
      padTo: undefined,
      main: { file: 'main.mka', format },
      light: { file: 'light.mp3' },
    },
    calledOff.signal,
  );
  setTimeout(() => calledOff.abort(reason), 100);
  const began = performance.now();
  await expect(running).rejects.toBe(reason);
  expect(performance.now() - began).toBeLessThan(1_500);
});
