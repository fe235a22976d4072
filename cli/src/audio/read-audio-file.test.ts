import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findAudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import { voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAudioFile } from './read-audio-file.js';

const kinds = [
  { name: 'voice.flac', mimeType: 'audio/flac', codec: ['-c:a', 'copy'] },
  { name: 'voice.wav', mimeType: 'audio/wav', codec: ['-c:a', 'pcm_s16le'] },
  { name: 'voice.mp3', mimeType: 'audio/mpeg', codec: ['-c:a', 'libmp3lame'] },
  { name: 'voice.ogg', mimeType: 'audio/ogg', codec: ['-c:a', 'libopus'] },
  { name: 'voice.m4a', mimeType: 'audio/mp4', codec: ['-c:a', 'aac'] },
  { name: 'voice.webm', mimeType: 'audio/webm', codec: ['-c:a', 'libopus'] },
  // As MediaRecorder writes it: without a length in its header.
  { name: 'live.webm', mimeType: 'audio/webm', codec: ['-c:a', 'libopus', '-live', '1'] },
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crowd-recital-audio-'));
  const { ffmpeg } = await findAudioTools({ ffmpegPath: undefined, ffprobePath: undefined });
  for (const { name, codec } of kinds) {
    await promisify(execFile)(ffmpeg, ['-loglevel', 'error', '-i', voiceFile, ...codec, join(folder, name)]);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(kinds)('$name is known by its bytes and measured by its packets', async ({ name, mimeType }) => {
  const disguised = join(folder, `${name}.txt`);
  await copyFile(join(folder, name), disguised);
  const audio = await readAudioFile(disguised);
  expect(audio).toMatchObject({ file: disguised, mimeType });
  expect(audio.durationSeconds).toBeGreaterThan(10.95);
  expect(audio.durationSeconds).toBeLessThan(11.15);
});

test.each([
  ['missing.wav', 'there is no such file.'],
  ['folder', 'this is '],
  ['empty.wav', 'this is not WebM, Ogg, MP4, WAV, FLAC or MP3 audio.'],
  ['text.wav', 'this is not WebM, Ogg, MP4, WAV, FLAC or MP3 audio.'],
  ['head-only.flac', 'it begins like flac audio, but no audio could be read from it.'],
])('%s is refused with a sentence', async (name, sentence) => {
  await mkdir(join(folder, 'folder'), { recursive: true });
  await writeFile(join(folder, 'empty.wav'), '');
  await writeFile(join(folder, 'text.wav'), 'WEBVTT\n\n00:00.000 --> 00:01.000\nThis is no audio.\n');
  await copyFile(voiceFile, join(folder, 'head-only.flac'));
  await truncate(join(folder, 'head-only.flac'), 40);
  await expect(readAudioFile(join(folder, name))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining(`${join(folder, name)}: ${sentence}`) as string,
  });
});
