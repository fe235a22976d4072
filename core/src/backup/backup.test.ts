import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, textSegment } from '../../test/factories.js';
import { migrate } from '../db/migrate.js';
import { createOrm } from '../db/orm.js';
import { fsck } from '../fsck/fsck.js';
import { enqueue } from '../queue/enqueue.js';
import { receiveAudioSegment } from '../session/receive-audio-segment.js';
import { receiveTextSegment } from '../session/receive-text-segment.js';
import { LocalContentStore } from '../storage/local-content-store.js';
import { readManifest, writeManifest } from './backup-manifest.js';
import { insistOnContent, restoreContent, restoreDatabase } from './restore-backup.js';
import { takeBackup } from './take-backup.js';

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'recital backup '));
const store = new LocalContentStore(path.join(folder, 'content'));
const databases: { drop(): Promise<void> }[] = [];
let backups = 0;

afterAll(async () => {
  for (const each of databases) await each.drop();
  await rm(folder, { recursive: true, force: true });
});

beforeAll(async () => {
  const em = database.em();
  const speaker = await aUser(em, { name: 'דליה \\ "tab\t" \n line' });
  const session = await aSession(em, speaker);
  await receiveAudioSegment({ em, store, limits }, audioSegment(session, 0));
  await receiveTextSegment({ em, limits }, textSegment(session, 0, { discarded: true }));
  await enqueue(em, 'finalise-session', { sessionId: session.id });
});

async function elsewhere(): Promise<string> {
  const made = await emptyDatabase();
  databases.push(made);
  return made.connectionString;
}

async function backup(copyContent = false): Promise<string> {
  backups += 1;
  const target = path.join(folder, `backup ${backups}`);
  await takeBackup({ databaseUrl: database.connectionString, store, folder: target, copyContent });
  return target;
}

/** Every row of every table, as text. */
async function everything(connectionString: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'agenda') and tablename <> 'mikro_orm_migrations' order by 1`,
    );
    const all: Record<string, string[]> = {};
    for (const { name } of rows) {
      const held = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
      all[name] = held.rows.map(({ row }) => row);
    }
    return all;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  it('brings back every row, and with them every recording, somewhere else', async () => {
    const taken = await backup(true);
    const databaseUrl = await elsewhere();
    await restoreDatabase({ databaseUrl, folder: taken, replace: false });
    const restored = await everything(databaseUrl);
    expect(restored).toEqual(await everything(database.connectionString));
    expect(restored['public.audio_segments']).toHaveLength(1);
    expect(restored['agenda.agenda_jobs']).toHaveLength(1);

    const other = new LocalContentStore(path.join(folder, 'other content'));
    expect(await restoreContent(other, taken)).toBe(1);
    expect(await restoreContent(other, taken)).toBe(0);
    const orm = await createOrm({ connectionString: databaseUrl });
    expect(await fsck({ em: orm.em.fork(), store: other, verifyHashes: true, overdueSeconds: 60 })).toEqual(
      [],
    );
    expect(await orm.schema.getUpdateSchemaSQL()).toBe('');
    // The triggers and foreign keys are in force again.
    const em = orm.em.fork();
    await expect(em.execute(`delete from users`)).rejects.toThrow(/foreign key/);
    await orm.close();
  });

  it('holds one moment, whatever is written while it is taken', async () => {
    const taken = path.join(folder, 'moment');
    const late = await aUser(database.em(), { name: 'Before' });
    const taking = takeBackup({
      databaseUrl: database.connectionString,
      store,
      folder: taken,
      copyContent: false,
    });
    await database.em().execute(`update users set name = 'After' where id = ?`, [late.id]);
    const { tables } = await taking;
    const databaseUrl = await elsewhere();
    await restoreDatabase({ databaseUrl, folder: taken, replace: false });
    // Which of the two it holds is up to the moment; that tables fit together is checked by their foreign keys.
    expect((await everything(databaseUrl))['public.users']).toHaveLength(
      tables.find(({ name }) => name === 'users')?.rows ?? 0,
    );
  });

  it('is never written over another one', async () => {
    const taken = await backup();
    const again = takeBackup({
      databaseUrl: database.connectionString,
      store,
      folder: taken,
      copyContent: false,
    });
    await expect(again).rejects.toThrow('is not empty');
  });
});

describe('a backup with recordings', () => {
  it('of a site that has none is one too', async () => {
    const none = new LocalContentStore(path.join(folder, 'no content'));
    const target = path.join(folder, 'of an empty site');
    const databaseUrl = await elsewhere();
    await migrate(databaseUrl);
    const { content } = await takeBackup({ databaseUrl, store: none, folder: target, copyContent: true });
    await insistOnContent(target, content);
    expect(await restoreContent(none, target)).toBe(0);
  });

  it('is not taken for whole when they are gone', async () => {
    const taken = await backup(true);
    const { content } = await readManifest(taken);
    await insistOnContent(taken, content);
    await rm(path.join(taken, 'content'), { recursive: true });
    await expect(insistOnContent(taken, content)).rejects.toThrow('it held 1 stored objects');
  });
});

describe('a restore refuses', () => {
  it('a database that holds rows, unless it may replace them', async () => {
    const taken = await backup();
    const databaseUrl = await elsewhere();
    const restore = (replace: boolean) => restoreDatabase({ databaseUrl, folder: taken, replace });
    await restore(false);
    await expect(restore(false)).rejects.toThrow('not empty');
    await restore(true);
    expect(await everything(databaseUrl)).toEqual(await everything(database.connectionString));
  });

  it('while others are connected', async () => {
    const restore = restoreDatabase({
      databaseUrl: database.connectionString,
      folder: await backup(),
      replace: true,
    });
    await expect(restore).rejects.toThrow('Stop the system first');
  });

  it('a backup that was broken off, damaged, or taken by a newer release, and touches nothing', async () => {
    const databaseUrl = await elsewhere();
    const restore = (from: string) => restoreDatabase({ databaseUrl, folder: from, replace: true });
    await expect(restore(folder)).rejects.toThrow('no whole backup');

    const damaged = await backup();
    await appendFile(path.join(damaged, 'tables', 'public.users.copy.gz'), 'x');
    await expect(restore(damaged)).rejects.toThrow('public.users.copy.gz is damaged');

    const newer = await backup();
    const manifest = await readManifest(newer);
    await writeManifest(newer, { ...manifest, version: '9.0.0', migrations: ['Migration20990101'] });
    await expect(restore(newer)).rejects.toThrow('release 9.0.0, which is newer');

    await appendFile(path.join(newer, 'backup.json'), '}');
    await expect(restore(newer)).rejects.toThrow('backup.json is damaged');
    expect(await everything(databaseUrl)).toEqual({});
  });
});
