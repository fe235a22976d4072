import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeSound } from '../../test/sound.js';
import { demuxerOptions } from './demuxer-options.js';
import { findAudioTools, type AudioTools } from './find-audio-tools.js';
import { lightLength } from './light-length.js';
import { scanPackets } from './packet-scan.js';
import { transcode } from './transcode.js';

let tools: AudioTools;
let folder: string;
let light: string;

beforeAll(async () => {
  tools = await findAudioTools({
    ffmpegPath: process.env.FFMPEG_PATH,
    ffprobePath: process.env.FFPROBE_PATH,
  });
  folder = await mkdtemp(path.join(os.tmpdir(), 'light test '));
  light = path.join(folder, 'light.mp3');
  const bytes = await encodeSound(tools, 'wav', ['-f', 'lavfi', '-i', 'sine=d=70']);
  await writeFile(path.join(folder, 'source'), bytes);
  await transcode(tools, {
    folder,
    source: { file: 'source', container: 'wav', byteLength: bytes.length },
    sourceSeconds: 70,
    padTo: undefined,
    cuts: [],
    main: undefined,
    light: { file: 'light.mp3' },
  });
});
afterAll(() => rm(folder, { recursive: true }));

it('is what ffprobe says', async () => {
  const scan = await scanPackets(tools, { folder, file: 'light.mp3', demuxer: demuxerOptions('mp3') });
  expect(scan?.end).toBeGreaterThan(70);
  expect(await lightLength(light)).toBeCloseTo(scan?.end ?? 0, 3);
});

it('is not told of a file that is damaged or cut off', async () => {
  const whole = await readFile(light);
  const damaged = path.join(folder, 'damaged.mp3');
  const at = 20 + 192 * 700;
  await writeFile(damaged, Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]));
  await expect(lightLength(damaged)).rejects.toThrow(`at byte ${at}`);
  await writeFile(damaged, whole);
  await truncate(damaged, whole.length - 1);
  await expect(lightLength(damaged)).rejects.toThrow('something else than a frame');
  await writeFile(damaged, whole);
  await appendFile(damaged, 'TAG');
  await expect(lightLength(damaged)).rejects.toThrow('something else than a frame');
  await writeFile(damaged, '');
  expect(await lightLength(damaged)).toBe(0);
});
