import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../db/migrate.js';
import { migrations } from '../db/migrations/migrations.js';
import { agendaSchema } from '../db/orm.js';
import type { ContentStore } from '../storage/content-store.js';
import { contentTypeOf } from '../storage/content-type.js';
import {
  BackupUnusableError,
  contentFolderName,
  readManifest,
  type BackupManifest,
} from './backup-manifest.js';
import { checkFiles, loadTables } from './load-tables.js';

export interface RestoreOptions {
  readonly databaseUrl: string;
  /** Of the backup; absolute. */
  readonly folder: string;
  /** True: what the database holds is removed first. */
  readonly replace: boolean;
}

/** Somebody's rows are in the way. */
export class DatabaseNotEmptyError extends Error {
  constructor() {
    super('The database is not empty.');
    this.name = 'DatabaseNotEmptyError';
  }
}

/** The system runs, and would write into what is being restored. */
export class DatabaseInUseError extends Error {
  constructor(names: readonly string[]) {
    super(`Others are connected (${names.join(', ')}). Stop the system first; nothing was touched.`);
    this.name = 'DatabaseInUseError';
  }
}

/**
 * Makes a database what it was when a backup was taken, and then what this release needs. Every file is read and
 * compared before anything is touched.
 * @throws BackupUnusableError, DatabaseInUseError, DatabaseNotEmptyError unless it may be replaced.
 */
export async function restoreDatabase({
  databaseUrl,
  folder,
  replace,
}: RestoreOptions): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  refuseNewer(manifest);
  await checkFiles(folder, manifest.tables);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'recital-restore' });
  await client.connect();
  try {
    await insistOnNobodyElse(client);
    if (!replace && (await holdsRows(client))) throw new DatabaseNotEmptyError();
    await removeEverything(client);
    await migrate(databaseUrl, manifest.migrations);
    // A migration may bring rows along; the backup has them too.
    const names = manifest.tables.map(({ schema, name }) => `"${schema}"."${name}"`);
    await client.query(`truncate ${names.join(', ')}`);
    await loadTables(client, folder, manifest.tables);
  } finally {
    await client.end();
  }
  await migrate(databaseUrl);
  return manifest;
}

async function insistOnNobodyElse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct coalesce(nullif(application_name, ''), 'unnamed') as name from pg_stat_activity
     where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  if (rows.length > 0) throw new DatabaseInUseError(rows.map(({ name }) => name));
}

/** The rows of a newer release mean something that this one does not know. */
function refuseNewer({ migrations: ran, version }: BackupManifest): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = ran.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new BackupUnusableError(
    `The backup was taken by release ${version}, which is newer than this one (${unknown}). Restore it with that release.`,
  );
}

async function holdsRows(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in (current_schema(), $1) and tablename not like 'mikro_orm_migrations%'`,
    [agendaSchema],
  );
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
    if (rowCount !== 0) return true;
  }
  return false;
}

/** Every table and function of ours; extensions stay, because not everybody may make them again. */
async function removeEverything(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop table %I.%I cascade', schemaname, tablename) as statement
     from pg_tables where schemaname = current_schema()
     union all
     select format('drop function %s cascade', p.oid::regprocedure)
     from pg_proc p where p.pronamespace = current_schema()::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  );
  await client.query('begin');
  for (const { statement } of rows) await client.query(statement);
  await client.query(`drop schema if exists ${client.escapeIdentifier(agendaSchema)} cascade`);
  await client.query('commit');
}

/**
 * Looks whether the recordings of a backup that holds them are there, before anything is touched.
 * @throws BackupUnusableError when their folder is gone.
 */
export async function insistOnContent(
  folder: string,
  { included, objects }: BackupManifest['content'],
): Promise<void> {
  const content = path.join(folder, contentFolderName);
  const found = await stat(content).catch(() => undefined);
  if (included && objects > 0 && found?.isDirectory() !== true) {
    throw new BackupUnusableError(`${content} is gone: it held ${objects} stored objects.`);
  }
}

/**
 * Puts the objects of a backup into a store, those that are missing there. What is there already has the same bytes:
 * segments and staged files are never overwritten.
 * @returns how many were put.
 */
export async function restoreContent(store: ContentStore, folder: string): Promise<number> {
  const content = path.join(folder, contentFolderName);
  const entries = await readdir(content, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    // Backups of earlier releases have none when there was nothing to copy.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  let put = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const key = path.relative(content, file).split(path.sep).join('/');
    if ((await store.head(key)) !== undefined) continue;
    await store.put(key, createReadStream(file), contentTypeOf(entry.name));
    put += 1;
  }
  return put;
}
