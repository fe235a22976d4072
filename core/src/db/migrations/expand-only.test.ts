import type { Configuration } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { AbstractSqlDriver } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { hazardsOf } from './expand-only.js';
import { migrations } from './migrations.js';

/**
 * What was looked at and found harmless to the release before, by migration: the words of the hazard, and why. Add to it
 * only what you can say such a sentence of.
 */
const harmless: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Migration20261123000300_back_office: {
    'alter column "language" set not null': 'a trigger fills it in for code that does not know it',
    'add constraint "recital_sessions_language_check"': 'the trigger copies a value that is checked already',
  },
  Migration20261123000500_skip_reason: {
    'add constraint "text_segments_skipped_is_discarded_check"': 'true where the new column is null',
  },
};

/** The statements of a migration, which does not run: what it asks the database comes back empty. */
async function statementsOf(given: (typeof migrations)[number]): Promise<string[]> {
  const driver = { getConnection: () => ({}) } as AbstractSqlDriver;
  const migration: Migration = new given.class(driver, {} as Configuration);
  migration.execute = () => Promise.resolve([]);
  await migration.up();
  return migration.getQueries().map(String);
}

describe('what the release before may not survive', () => {
  it.each([
    ['alter table "users" drop column "picture";', 'drop'],
    ['drop table "invites";', 'drop'],
    ['alter table "users" rename column "name" to "full_name";', 'rename'],
    ['alter table "users" alter column "name" type varchar(20);', 'change-type'],
    ['alter table "users" alter column "picture" set not null;', 'not-null'],
    ['alter table "users" add column "a" int null, add column "b" text not null;', 'not-null'],
    ['alter table "users" add constraint "x" check (length("name") > 2);', 'tighter-constraint'],
    ['create unique index "x" on "users" ("name");', 'tighter-constraint'],
  ] as const)('%s', (statement, kind) => {
    expect(hazardsOf([statement])).toMatchObject([{ kind }]);
  });

  it.each([
    'alter table "users" add column "a" text null, add column "b" int not null default 0;',
    'create index "x" on "users" ("name");',
    'create table "notes" ("id" uuid not null); alter table "notes" add constraint "x" unique ("id");',
    'alter table "users" add constraint "x" foreign key ("a") references "notes" ("id");',
    'drop index "x";',
  ])('is not: %s', (statement) => {
    expect(hazardsOf(statement.split(/(?<=;) /))).toEqual([]);
  });
});

it.each(migrations)('$name only adds', async (migration) => {
  const allowed = Object.keys(harmless[migration.name] ?? {});
  const hazards = hazardsOf(await statementsOf(migration));
  expect(hazards.filter(({ statement }) => !allowed.some((words) => statement.includes(words)))).toEqual([]);
  // What was allowed and is not there any more should not be allowed any more.
  expect(allowed.filter((words) => !hazards.some(({ statement }) => statement.includes(words)))).toEqual([]);
});
