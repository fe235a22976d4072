import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { BackupUnusableError, type BackedUpTable } from './backup-manifest.js';
import { copyTarget } from './dump-tables.js';

/** Reads every file before anything is touched. @throws BackupUnusableError for one that is not as it was written. */
export async function checkFiles(folder: string, tables: readonly BackedUpTable[]): Promise<void> {
  for (const { file, sha256 } of tables) {
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(path.join(folder, file)), hash);
    } catch (error) {
      throw new BackupUnusableError(`${file} cannot be read.`, { cause: error });
    }
    if (hash.digest('hex') !== sha256) {
      throw new BackupUnusableError(`${file} is damaged: its bytes are not those that were written.`);
    }
  }
}

/**
 * Puts all rows back, or none. The tables are there and empty. Foreign keys are taken away meanwhile, so that no order
 * matters, and checked when they come back; triggers stay silent, since the rows are finished as they are.
 */
export async function loadTables(
  client: pg.Client,
  folder: string,
  tables: readonly BackedUpTable[],
): Promise<void> {
  await client.query('begin');
  try {
    const names = tables.map(({ schema, name }) => quoted(client, schema, name));
    const foreignKeys = await listForeignKeys(client, names);
    for (const { table, name } of foreignKeys) {
      await client.query(`alter table ${table} drop constraint ${client.escapeIdentifier(name)}`);
    }
    for (const table of tables) await loadTable(client, folder, table);
    for (const { table, name, definition } of foreignKeys) {
      await client.query(
        `alter table ${table} add constraint ${client.escapeIdentifier(name)} ${definition}`,
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function quoted(client: pg.Client, schema: string, name: string): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}

interface ForeignKey {
  /** Quoted. */
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function listForeignKeys(client: pg.Client, tables: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any ($1::regclass[])`,
    [tables],
  );
  return rows;
}

async function loadTable(client: pg.Client, folder: string, table: BackedUpTable): Promise<void> {
  const name = quoted(client, table.schema, table.name);
  await client.query(`alter table ${name} disable trigger user`);
  const copy = client.query(from(`copy ${copyTarget(client, table)} from stdin`));
  await pipeline(createReadStream(path.join(folder, table.file)), createGunzip(), copy);
  if (copy.rowCount !== table.rows) {
    throw new BackupUnusableError(`${table.file} holds ${copy.rowCount} rows in place of ${table.rows}.`);
  }
  await client.query(`alter table ${name} enable trigger user`);
}
