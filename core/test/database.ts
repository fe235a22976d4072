import './provided-context.js';
import { randomBytes } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { inject } from 'vitest';
import { createOrm } from '../src/db/orm.js';
import { whenFileEnds } from './when-file-ends.js';

/** A PostgreSQL database that belongs to one test file. */
export interface TestDatabase {
  readonly connectionString: string;
  readonly orm: MikroORM;
  /** A fresh EntityManager, as every request and every job has one. */
  em(): EntityManager;
  /** Drops the database. Called by itself after the file's last test. */
  close(): Promise<void>;
}

/** A database with the whole schema and no rows. It is dropped after the file's last test. */
export async function testDatabase({
  poolSize = 10,
}: { readonly poolSize?: number } = {}): Promise<TestDatabase> {
  const empty = await emptyDatabase(inject('postgresTemplate'));
  const orm = await createOrm({ connectionString: empty.connectionString, poolSize });
  const database = {
    connectionString: empty.connectionString,
    orm,
    em: () => orm.em.fork(),
    close: async () => {
      await orm.close(true);
      await empty.drop();
    },
  };
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= database.close());
  whenFileEnds(close);
  return { ...database, close };
}

/** A database without a schema (or a copy of `template`). The caller drops it. */
export async function emptyDatabase(
  template = 'template0',
): Promise<{ readonly connectionString: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdmin(`create database "${name}" template "${template}"`);
  const url = new URL(inject('postgresAdminUrl'));
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: () => asAdmin(`drop database if exists "${name}" with (force)`),
  };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgresAdminUrl') });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
