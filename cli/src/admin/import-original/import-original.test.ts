import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { fsck } from '@crowd-recital/core/fsck/fsck.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { testDatabase } from '@crowd-recital/core/test/database.js';
import { spokenSentences, voiceFile } from '@crowd-recital/core/test/voice.js';
import { afterAll, expect, it } from 'vitest';
import { callAdmin } from '../../../test/admin-call.js';
import type { Ended } from '../../../test/admin-process.js';
import { originalDatabase } from '../../../test/original-database.js';

const database = await testDatabase();
const original = await originalDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'import original '));
const place = { databaseUrl: database.connectionString, dataFolder: path.join(folder, 'data') };
const originalData = path.join(folder, 'original');
const store = await createContentStore(
  loadConfig({ DB_CONNECTION_STR: place.databaseUrl, ROOT_DATA_FOLDER: place.dataFolder }),
);

afterAll(async () => {
  await original.drop();
  await rm(folder, { recursive: true, force: true });
});

function run(...more: string[]): Promise<Ended> {
  return callAdmin(place, 'import-original', '--from', original.connectionString, ...more);
}

/** A session id as the predecessor made them. */
const idOf = (letter: string): string => letter.repeat(21);

async function addRecording(row: Readonly<Record<string, unknown>>): Promise<string> {
  const id = await original.add('recital_sessions', row);
  for (const { text, to } of spokenSentences) {
    await original.add('recital_text_segments', { recital_session_id: id, text, seek_end: to });
  }
  return id;
}

it('takes people, texts and recordings over, says what it could not take, and may run again', async () => {
  const dina = await original.add('users', {
    email: 'Dina@Example.org',
    email_verified: true,
    name: 'דינה',
    group: 'speaker',
    agreement_signed_version: 'v2',
    agreement_signed_at: new Date('2024-03-01'),
    created_at: new Date('2024-01-01'),
  });
  await original.add('users_metadata', { id: dina, year_of_birth: 0, biological_sex: 'female' });
  const twin = await original.add('users', {
    email: 'dina@example.org',
    email_verified: true,
    name: 'Dina',
    group: 'speaker',
    created_at: new Date('2024-02-01'),
  });
  const text = await original.add('text_documents', {
    source: 'pasted',
    source_type: 'plain-text',
    lang: 'he',
    text: JSON.stringify(spokenSentences.map((one) => [one.text])),
    owner_id: dina,
    public: true,
  });
  await original.add('text_documents', { source: 'x', source_type: 'plain-text', lang: 'he', text: null });

  const voice = await readFile(voiceFile);
  const finished = await addRecording({
    id: idOf('A'),
    user_id: dina,
    document_id: text,
    status: 'uploaded',
    duration: 10.5,
    created_at: new Date('2024-03-02'),
  });
  for (const [name, bytes] of [
    ['source.audio.bin', voice],
    ['main.audio.mka', Buffer.from('main')],
    ['light.audio.mp3', Buffer.from('ID3 light')],
    ['transcript.vtt', Buffer.from('WEBVTT')],
  ] as const) {
    await store.put(`${finished}/${name}`, Readable.from([bytes]), 'application/octet-stream');
  }

  await mkdir(originalData);
  const waiting = await addRecording({ id: idOf('B'), user_id: twin, document_id: null, status: 'ended' });
  const half = Math.floor(voice.length / 2);
  for (const [sequential, bytes] of [voice.subarray(0, half), voice.subarray(half)].entries()) {
    const filename = `${waiting}.flac.seg.${sequential}`;
    await writeFile(path.join(originalData, filename), bytes);
    await original.add('recital_audio_segments', { recital_session_id: waiting, sequential, filename });
    // A retry left a second row.
    await original.add('recital_audio_segments', { recital_session_id: waiting, sequential, filename });
  }

  const away = await addRecording({ id: idOf('C'), user_id: dina, status: 'uploaded', disavowed: true });
  await original.add('recital_sessions', { id: idOf('D'), user_id: dina, status: 'discarded' });
  const lost = await addRecording({ id: idOf('E'), user_id: dina, document_id: text, status: 'aggregated' });

  const first = await run('--data', originalData);
  expect(first.output).toContain(`users ${twin}: goes on as ${dina}`);
  expect(first.output).toContain(`recordings ${lost}: not taken: its audio is neither in the store nor`);
  expect(first.output).toContain('it holds no sentences');
  expect(first.output).toContain('recordings: 3 taken, 0 were here already');
  expect(first.output).toContain('recordings that had been deleted there: 1');
  expect(first.code).toBe(3);

  const em = database.em();
  expect(
    await em.execute(
      'select id, year_of_birth_answer, biological_sex, agreement_signed_version from users join speaker_profiles on user_id = id',
    ),
  ).toEqual([
    { id: dina, year_of_birth_answer: 'declined', biological_sex: 'female', agreement_signed_version: 'v2' },
  ]);
  expect(
    await em.execute(
      'select id, status, kept, disavowed, duration_seconds::float8 as seconds from recital_sessions order by id',
    ),
  ).toEqual([
    { id: finished, status: 'uploaded', kept: true, disavowed: false, seconds: 10.5 },
    { id: waiting, status: 'ended', kept: true, disavowed: false, seconds: null },
    { id: away, status: 'ended', kept: false, disavowed: true, seconds: null },
  ]);
  const [staged] = await Promise.all([store.get(stagedKey(finished, 1, 'source.audio.bin'))]);
  expect(Buffer.concat(await staged.toArray())).toEqual(voice);

  // The workers finish what was not, and delete what was wished away.
  expect(await callAdmin(place, 'finalize-sessions')).toMatchObject({ code: 0 });
  expect((await callAdmin(place, 'discard-sessions')).output).toContain('Deleted once');
  expect(await em.execute(`select status from recital_sessions where id = ?`, [waiting])).toEqual([
    { status: 'uploaded' },
  ]);
  expect(await fsck({ em: database.em(), store, verifyHashes: true })).toEqual([]);

  const again = await run('--data', originalData);
  expect(again.output).toContain('recordings: 0 taken, 3 were here already');
  expect(again.output).toContain('users: 0 taken, 1 were here already');
});

it('says what is wrong with --from', async () => {
  const here = await callAdmin(place, 'import-original', '--from', place.databaseUrl);
  expect(here).toMatchObject({ code: 2, output: expect.stringContaining("predecessor's tables") as string });
  const nowhere = await callAdmin(place, 'import-original', '--from', 'postgres://127.0.0.1:1/x');
  expect(nowhere).toMatchObject({ code: 1, output: expect.stringContaining('does not answer') as string });
});
