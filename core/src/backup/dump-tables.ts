import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { agendaSchema } from '../db/orm.js';
import type { BackedUpTable } from './backup-manifest.js';

/** What the database held at one moment. */
export interface DumpedTables {
  readonly migrations: string[];
  readonly tables: BackedUpTable[];
}

/**
 * Writes every table into a file of its own, all as they were at one and the same moment; others go on working
 * meanwhile. Made by COPY and not by pg_dump, which the embedded PostgreSQL does not bring along; the schema itself
 * comes out of the migrations.
 * @param folder - gets the folder `tables`.
 */
export async function dumpTables(client: pg.Client, folder: string): Promise<DumpedTables> {
  await mkdir(path.join(folder, 'tables'), { recursive: true, mode: 0o700 });
  await client.query('begin isolation level repeatable read read only');
  try {
    const { rows: ran } = await client.query<{ name: string }>(
      'select name from mikro_orm_migrations order by id',
    );
    const tables: BackedUpTable[] = [];
    for (const table of await listTables(client)) tables.push(await dumpTable(client, folder, table));
    return { migrations: ran.map(({ name }) => name), tables };
  } finally {
    await client.query('rollback');
  }
}

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly columns: string[];
}

/** Tables of the product and of its queue, with the columns that can be written. */
async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select t.table_schema::text as schema, t.table_name::text as name,
       array_agg(c.column_name::text order by c.ordinal_position) as columns
     from information_schema.tables t
     join information_schema.columns c using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and t.table_schema in (current_schema(), $1)
       and t.table_name not like 'mikro_orm_migrations%' and c.is_generated = 'NEVER'
     group by 1, 2 order by 1, 2`,
    [agendaSchema],
  );
  return rows;
}

async function dumpTable(client: pg.Client, folder: string, table: Table): Promise<BackedUpTable> {
  const { schema, name, columns } = table;
  const file = `tables/${schema}.${name}.copy.gz`;
  const hash = createHash('sha256');
  const hashed = new PassThrough().on('data', (chunk: Buffer) => hash.update(chunk));
  const copy = client.query(to(`copy ${copyTarget(client, table)} to stdout`));
  await pipeline(
    copy,
    createGzip({ level: 6 }),
    hashed,
    createWriteStream(path.join(folder, file), { mode: 0o600 }),
  );
  return { schema, name, columns, rows: copy.rowCount, file, sha256: hash.digest('hex') };
}

/** SQL: a table and its columns, for COPY. */
export function copyTarget(client: pg.Client, { schema, name, columns }: Table): string {
  const [quotedSchema, quotedName, ...quoted] = [schema, name, ...columns].map((identifier) =>
    client.escapeIdentifier(identifier),
  );
  return `${quotedSchema}.${quotedName} (${quoted.join(', ')})`;
}
