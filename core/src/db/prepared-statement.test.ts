import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { expect, it } from 'vitest';
import { inTransaction } from './in-transaction.js';
import { testDatabase } from '../../test/database.js';
import { aUser } from '../../test/factories.js';
import { User } from '../user/user.entity.js';
import { columnsOf, runPrepared } from './prepared-statement.js';

const database = await testDatabase({ poolSize: 1 });

it('is parsed once for each connection, and takes other values each time', async () => {
  const statement = { name: 'twice', sql: 'select ?::int * 2 as doubled' };
  for (const value of [3, 4]) {
    expect(await runPrepared(database.em(), statement, [value])).toEqual([{ doubled: 2 * value }]);
  }
  const rows = await database.em().execute(`select name from pg_prepared_statements where name = 'twice'`);
  expect(rows).toHaveLength(1);
});

it('sees what its own transaction has written', async () => {
  const statement = { name: 'count-users', sql: 'select count(*)::int as users from users where email = ?' };
  await inTransaction(database.em(), async (em) => {
    const { email } = await aUser(em);
    expect(await runPrepared(em, statement, [email])).toEqual([{ users: 1 }]);
  });
});

it('answers an entity whole, also after a migration has added a column to it', async () => {
  const em = database.em();
  const user = await aUser(em);
  const statement = { name: 'whole', sql: `select ${columnsOf(em, User)} from users where id = ?` };
  await runPrepared(em, statement, [user.id]);
  await em.execute('alter table users add column later text');
  const [row] = await runPrepared<object>(database.em(), statement, [user.id]);
  expect(database.em().map(User, row ?? {})).toMatchObject({
    id: user.id,
    email: user.email,
    deletedAt: null,
  });
});

it('fails with the same errors as the other statements', async () => {
  const { email } = await aUser(database.em());
  const statement = { name: 'double', sql: 'insert into users (email, name) values (?, ?)' };
  await expect(runPrepared(database.em(), statement, [email, 'Double'])).rejects.toThrow(
    UniqueConstraintViolationException,
  );
});
