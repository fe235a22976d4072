import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../test/database.js';
import { migrate } from './migrate.js';
import { migrations } from './migrations/migrations.js';
import { createOrm } from './orm.js';

const open: { drop(): Promise<void> }[] = [];

async function database(): Promise<string> {
  const made = await emptyDatabase();
  open.push(made);
  return made.connectionString;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.drop();
});

async function query(connectionString: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  it('brings an empty database to a schema that agrees with the entities', async () => {
    const connectionString = await database();
    await migrate(connectionString);
    const orm = await createOrm({ connectionString, poolSize: 2 });
    try {
      expect(await orm.migrator.checkMigrationNeeded()).toBe(false);
      expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    } finally {
      await orm.close(true);
    }
  });

  it('runs once when 8 processes start together on an empty database, and changes nothing when run again', async () => {
    const connectionString = await database();
    await Promise.all(Array.from({ length: 8 }, () => migrate(connectionString)));
    await migrate(connectionString);
    expect(await query(connectionString, 'select name from mikro_orm_migrations')).toHaveLength(
      migrations.length,
    );
  });

  it('refuses a database of the predecessor with the command that helps, and leaves it as it was', async () => {
    const connectionString = await database();
    await query(
      connectionString,
      'create table recital_text_segments (id uuid); create table users (id uuid)',
    );
    await expect(migrate(connectionString)).rejects.toThrow(/npm run admin -- import-original/);
    const tables = await query(
      connectionString,
      `select table_name from information_schema.tables
       where table_schema = 'public' and table_name <> 'mikro_orm_migrations' order by 1`,
    );
    expect(tables.map(({ table_name }) => table_name)).toEqual(['recital_text_segments', 'users']);
  });
});
