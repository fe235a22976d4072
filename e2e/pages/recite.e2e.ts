import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ffmpeg } from '../harness/ffmpeg.js';
import { readOutcome, recite, spokenTsv } from '../harness/recite.js';
import { findVoice, publishedFiles, readTranscript } from '../harness/recording-files.js';
import { startSystem, type System } from '../harness/system.js';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

beforeEach(() => write('spoken.tsv', spokenTsv));

afterAll(async () => {
  expect(await system.fsck()).toBe('');
  await system.stop();
});

function write(name: string, text: string): Promise<void> {
  return writeFile(join(system.scratch, name), text);
}

const kinds = [
  { name: 'voice.flac', source: 'source.audio.flac', codec: ['-c:a', 'copy'] },
  { name: 'voice.wav', source: 'source.audio.wav', codec: ['-c:a', 'pcm_s16le'] },
  { name: 'voice.mp3', source: 'source.audio.mp3', codec: ['-c:a', 'libmp3lame', '-b:a', '128k'] },
  { name: 'voice.ogg', source: 'source.audio.ogg', codec: ['-c:a', 'libopus', '-b:a', '96k'] },
  { name: 'voice.mp4', source: 'source.audio.mp4', codec: ['-c:a', 'aac', '-b:a', '128k'] },
  { name: 'voice.webm', source: 'source.audio.webm', codec: ['-c:a', 'libopus', '-b:a', '96k'] },
] as const;

test.each(kinds)(
  '$name is sent as it is, finished, and lies in a folder',
  async ({ name, source, codec }) => {
    const audio = join(system.scratch, name);
    await ffmpeg('-i', voiceFile, ...codec, audio);
    const outcome = await recite(system, '--audio', name, '--text', 'spoken.tsv');
    expect(outcome.stderr).toBe('');
    const { folder, link } = readOutcome(outcome);
    expect(folder.startsWith(system.contentFolder)).toBe(true);

    const files = await publishedFiles(folder);
    expect(files).toEqual(
      expect.arrayContaining([source, 'light.audio.mp3', 'manifest.json', 'transcript.vtt']),
    );
    expect((await readFile(join(folder, source))).equals(await readFile(audio))).toBe(true);

    const cues = await readTranscript(folder);
    expect(cues).toMatchObject(
      spokenSentences.map(({ from, to, text }) => ({ fromSeconds: from, toSeconds: to, sentence: text })),
    );
    const main = files.find((file) => file.startsWith('main.audio.')) ?? '';
    const voice = await findVoice(join(folder, main));
    expect(voice.correlation).toBeGreaterThan(0.9);
    // What a codec puts before the first sample must not part the captions from the voice.
    expect(voice.atSeconds).toBeCloseTo(spokenSentences[0].from, 1);

    const response = await fetch(link, { headers: { range: 'bytes=0-99' } });
    expect(response.status).toBe(206);
    await response.body?.cancel();
  },
);

test('WebVTT with a byte order mark, Windows line ends and Hebrew', async () => {
  const blocks = [
    'WEBVTT',
    '1\r\n00:00.300 --> 00:02.200\r\nשלום לכם.',
    '00:03.200 --> 00:07.600\r\nמה נשמע?',
  ];
  await write('hebrew.vtt', `\ufeff${blocks.join('\r\n\r\n')}\r\n`);
  const { folder } = readOutcome(await recite(system, '--audio', voiceFile, '--text', 'hebrew.vtt'));
  await expect(readTranscript(folder)).resolves.toMatchObject([
    { fromSeconds: 0.3, toSeconds: 2.2, sentence: 'שלום לכם.' },
    { fromSeconds: 3.2, toSeconds: 7.6, sentence: 'מה נשמע?' },
  ]);
});

test.each([
  ['--text given', '0\t9\tOne is here. Two is there.\n', 2, 'line 1: "One is here. Two is there." is not'],
  ['--text spoken.tsv --user x@localhost', '', 1, 'does not exist'],
  ['--text spoken.tsv --token x', '', 1, 'The server did not let you in'],
])('%s, given %j: ends with %d and a sentence', async (args, given, code, sentence) => {
  await write('given', given);
  const outcome = await recite(system, '--audio', voiceFile, ...args.split(' '));
  expect(outcome.stderr).toContain(sentence);
  expect(outcome.stdout).toBe('');
  expect(outcome.code).toBe(code);
});
