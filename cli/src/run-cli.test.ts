import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCli } from './run-cli.js';

let folder: string;
let printed: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crowd-recital-cli-'));
});

beforeEach(() => {
  printed = '';
  const keep = (text: unknown) => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.stubEnv('INIT_CWD', folder);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('recite', () => {
  test.each([
    ['--audio x --text x --sound x', '', "unknown option '--sound'"],
    ['--text given', '', "required option '--audio <file>' not specified"],
    ['--audio x --text x --server nowhere', '', 'It must be an address such as http://localhost:8000.'],
    ['--audio x --text x --language fr', '', 'Allowed choices are he, yi, en.'],
    ['--audio x --text x --timeout soon', '', 'It must be a whole number of seconds.'],
    ['--audio none.wav --text given', '', 'none.wav: there is no such file.'],
    ['--audio given --text given', 'words', 'this is not WebM, Ogg, MP4, WAV, FLAC or MP3 audio.'],
    ['--audio VOICE --text none.vtt', '', 'none.vtt: there is no such file.'],
    ['--audio VOICE --text VOICE', '', 'this is not text in UTF-8.'],
    ['--audio VOICE --text given', '', 'given: there is no sentence in it.'],
    ['--audio VOICE --text given', '0.3\t2.2\tone\n3,2\t7.6\ttwo\n', 'given: line 2: "3,2" is not a time.'],
    [
      '--audio VOICE --text given',
      '0.3\t2.2\tone\n2\t7.6\ttwo\n',
      'given: line 2: the sentence begins at 2 s, before',
    ],
    ['--audio VOICE --text given', '3.2\t17.6\ttwo\n', 'given: line 1: the sentence ends at 17.6 s, but the'],
  ])('%s, given %j: exit code 2 and a sentence', async (args, given, sentence) => {
    await writeFile(join(folder, 'given'), given);
    const words = args.split(' ').map((word) => (word === 'VOICE' ? voiceFile : word));
    expect(await runCli(['recite', ...words])).toBe(2);
    expect(printed).toContain(sentence);
  });

  test('no server there: exit code 1, and how to start one', async () => {
    await writeFile(join(folder, 'given'), '0.3\t2.2\tone\n');
    const code = await runCli([
      'recite',
      '--audio',
      voiceFile,
      '--text',
      'given',
      '--server',
      'http://127.0.0.1:1',
    ]);
    expect(printed).toMatch(/No answer from http:\/\/127\.0\.0\.1:1 .*`npm start`/);
    expect(code).toBe(1);
  });
});

describe('fsck', () => {
  test('no database there: exit code 1, and how to start one', async () => {
    vi.stubEnv('DB_CONNECTION_STR', 'postgres://nobody:secret@127.0.0.1:1/none');
    expect(await runCli(['fsck'])).toBe(1);
    expect(printed).toContain('The database at 127.0.0.1:1 does not answer');
    expect(printed).not.toContain('secret');
  });
});

test('asking for help is no error', async () => {
  expect(await runCli(['recite', '--help'])).toBe(0);
  expect(printed).toContain('--audio <file>');
});
