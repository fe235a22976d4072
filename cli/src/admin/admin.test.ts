import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { publishedKey } from '@crowd-recital/core/storage/keys.js';
import { emptyDatabase, testDatabase, type TestDatabase } from '@crowd-recital/core/test/database.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { startWikiServer } from '@crowd-recital/core/test/wiki-server.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAdmin } from '../../test/admin-call.js';
import { runAdminProcess, type Ended } from '../../test/admin-process.js';
import { anEndedRecital } from '../../test/recital.js';

let database: TestDatabase;
let dataFolder: string;
let store: ContentStore;

beforeAll(async () => {
  database = await testDatabase();
  dataFolder = await mkdtemp(path.join(tmpdir(), 'admin data '));
  store = await createContentStore(
    loadConfig({ DB_CONNECTION_STR: database.connectionString, ROOT_DATA_FOLDER: dataFolder }),
  );
});

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

function admin(...args: string[]): Promise<Ended> {
  return callAdmin({ databaseUrl: database.connectionString, dataFolder }, ...args);
}

/** As it is typed. */
function adminProcess(...args: string[]): Promise<Ended> {
  return runAdminProcess({ databaseUrl: database.connectionString, dataFolder }, ...args);
}

describe('the help', () => {
  it('teaches, and asking for it is no error', async () => {
    const all = await adminProcess('--help');
    expect(all).toMatchObject({ code: 0 });
    for (const name of ['approve-speaker', 'finalize-sessions', 'upload-document', 'drop-db']) {
      expect(all.output).toContain(name);
    }
    expect((await admin('finalize-sessions', '--help')).output).toContain('Meant for cron');
    expect(await admin('aprove-speaker')).toMatchObject({
      code: 2,
      output: expect.stringContaining('Did you mean') as string,
    });
  });
});

describe('people', () => {
  it('are let in, and made admins, before and after their first sign-in', async () => {
    await aUser(database.em(), { email: 'Known@example.org', group: null });
    const approved = await adminProcess(
      'approve_speaker',
      '--speaker-email',
      'known@example.org',
      'new@example.org',
    );
    expect(approved).toMatchObject({ code: 0 });
    expect(await admin('make-admin', '--email', 'new@example.org')).toMatchObject({ code: 0 });
    expect(await admin('make-admin', '--email', 'boss@example.org')).toMatchObject({ code: 0 });
    const users = await database.em().find(User, {}, { orderBy: { email: 'asc' } });
    expect(users.map(({ email, group }) => [email, group])).toEqual([
      ['Known@example.org', 'speaker'],
      ['boss@example.org', 'admin'],
      ['new@example.org', 'admin'],
    ]);
    expect(await admin('approve-speaker', '--speaker-email', 'nonsense')).toEqual({
      code: 2,
      output: '"nonsense" is not an e-mail address.\n',
    });
  });
});

describe('texts', () => {
  it('come from files, with an owner or without', async () => {
    const owner = await aUser(database.em(), { email: 'owner@example.org' });
    await writeFile(path.join(dataFolder, 'story.txt'), 'Once upon a time. And never again.');
    const flags = ['--source-type', 'file-upload', '--source-path', 'story.txt', '--source-lang', 'en'];
    const owned = await admin(
      'upload_document',
      ...flags,
      '--owner-email',
      'OWNER@example.org',
      '--title',
      'A story',
    );
    expect(owned.output).toMatch(/^Added “A story”: [0-9a-f-]{36}\n$/);
    const texts = await database.em().find(TextDocument, {});
    expect(texts).toMatchObject([
      { title: 'A story', language: 'en', source: 'story.txt', public: false, sourceKind: 'file-upload' },
    ]);
    expect(texts.map((text) => text.owner?.id)).toEqual([owner.id]);
  });

  it('come several at once, of any kind, and articles of the allowed wikis alone', async () => {
    const wiki = await startWikiServer({
      'he.wikipedia.org/יפו': { title: 'יפו', html: '<p>יפו היא עיר נמל. היא עתיקה.</p>' },
    });
    process.env.WIKI_MIRROR_URL = wiki.url;
    await writeFile(path.join(dataFolder, 'tale.md'), '# A tale\n\nIt *began* here.');
    await writeFile(path.join(dataFolder, 'latin.txt'), Buffer.from('Où est-ce? Là.', 'latin1'));
    const sources = [
      'tale.md',
      'https://example.org/story',
      'latin.txt',
      'https://he.m.wikipedia.org/wiki/יפו',
    ];
    const { code, output } = await admin(
      'upload-document',
      '--public',
      '--source-lang',
      'en',
      '--source-path',
      ...sources,
    ).finally(() => delete process.env.WIKI_MIRROR_URL);
    await wiki.close();
    expect(output).toMatch(/Added “A tale”: .*\nAdded “latin”: .*\nAdded “יפו”: /);
    expect(output).toContain('https://example.org/story: Articles come from Wikipedia');
    expect(output).toContain('1 of 4 were not taken in; the others are there.');
    expect(code).toBe(2);
    const texts = await database.em().find(TextDocument, { public: true }, { orderBy: { createdAt: 'asc' } });
    expect(texts).toMatchObject([
      { title: 'A tale', language: 'en' },
      { title: 'latin', source: 'latin.txt' },
      { title: 'יפו', language: 'he', sourceKind: 'wiki-article', source: sources[3] },
    ]);
    expect(await admin('set-public', '--off', texts[2]?.id ?? '')).toEqual({
      code: 0,
      output: '“יפו” is private.\n',
    });
  });

  it.each([
    ['none.txt', 'there is no such file'],
    ['story.odt', 'Files of this kind cannot be read'],
    ['broken.pdf', 'This file is damaged'],
    ['https://example.org/a.txt', 'Articles come from Wikipedia'],
  ])('do not come from %s', async (file, sentence) => {
    await writeFile(path.join(dataFolder, 'story.odt'), 'One.');
    await writeFile(path.join(dataFolder, 'broken.pdf'), 'One.');
    const { code, output } = await admin('upload-document', '--source-path', file);
    expect(output).toContain(sentence);
    expect(code).toBe(2);
  });

  it('go to nobody who is not there', async () => {
    const flags = ['--source-path', 'story.txt', '--owner-email', 'nobody@example.org'];
    expect((await admin('upload-document', ...flags)).code).toBe(2);
  });
});

describe('recordings', () => {
  it('are finished by hand, flagged where parts are missing, and deleted when unwanted', async () => {
    const em = database.em();
    const speaker = await aUser(em);
    const whole = await anEndedRecital(em, store, speaker);
    const holey = await anEndedRecital(em, store, speaker, 2);
    const finished = await adminProcess('finalize-sessions');
    expect(finished.output).toContain(`${holey.id}: needs an admin`);
    expect(finished.output).toContain('Finished: 1. Need an admin: 1. Failed: 0.');
    expect(finished.code).toBe(3);
    expect(await database.em().findOneOrFail(RecitalSession, whole.id)).toMatchObject({ status: 'uploaded' });
    expect(await store.head(publishedKey(whole.id, 'light.audio.mp3'))).toBeDefined();
    expect(await admin('aggregate_sessions')).toMatchObject({ code: 0 });
    expect(await admin('upload-sessions', '--limit', '5')).toMatchObject({ code: 0 });

    await disavowSession(em, { viewer: { id: speaker.id, group: 'speaker' }, sessionId: whole.id });
    expect((await admin('discard-sessions')).output).toContain('Deleted once');
    expect(await store.head(publishedKey(whole.id, 'light.audio.mp3'))).toBeUndefined();
    await em.execute(
      `update recital_sessions set next_attempt_at = null, first_deletion_at = now() - interval '1 hour'
       where id = ?`,
      [whole.id],
    );
    expect((await admin('discard-sessions')).output).toContain('Deleted for good: 1.');
    expect(await database.em().findOneOrFail(RecitalSession, whole.id)).toMatchObject({
      status: 'discarded',
    });
  });
});

describe('the database', () => {
  it('is brought to the schema, counted anew, emptied and removed', async () => {
    const empty = await emptyDatabase();
    const name = new URL(empty.connectionString).pathname.slice(1);
    const place = { databaseUrl: empty.connectionString, dataFolder };
    const there = (...args: string[]) => callAdmin(place, ...args);
    expect(await there('migrate')).toMatchObject({ code: 0 });
    expect(await there('approve-speaker', '--speaker-email', 'a@example.org')).toMatchObject({ code: 0 });
    expect(await there('recount-totals')).toMatchObject({ code: 0 });

    expect(await there('clear-db', '--database', name)).toMatchObject({ code: 2 });
    expect(await there('clear-db', '--yes', '--database', 'another')).toMatchObject({ code: 2 });
    expect(await there('clear-db', '--yes')).toMatchObject({ code: 2 });
    expect(await there('clear_db', '-y', '--database', name)).toMatchObject({
      code: 0,
      output: expect.stringContaining('What is stored of recordings was not touched.') as string,
    });
    expect((await there('approve-speaker', '--speaker-email', 'a@example.org')).output).toContain(
      'is approved',
    );
    expect(await there('drop-db', '--yes', '--database', name)).toMatchObject({ code: 0 });
    // Connecting made it anew, with nothing in it.
    expect(await there('recount-totals')).toMatchObject({
      code: 1,
      output: expect.stringContaining('npm run admin -- migrate') as string,
    });
    await empty.drop();
  });

  it('is not touched while anybody else works with it', async () => {
    const name = new URL(database.connectionString).pathname.slice(1);
    await database.em().execute('select 1');
    const refused = await admin('drop-db', '--yes', '--database', name);
    expect(refused.output).toContain('Others are connected (crowd-recital)');
    expect(refused.code).toBe(1);
  });
});
