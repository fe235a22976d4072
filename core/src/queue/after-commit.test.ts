import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { AfterCommit } from './after-commit.js';

let database: TestDatabase;
let afterCommit: AfterCommit;

beforeAll(async () => {
  database = await testDatabase();
  afterCommit = new AfterCommit();
  database.orm.em.getEventManager().registerSubscriber(afterCommit);
});

it('what is asked for in a transaction happens once it has committed, in order', async () => {
  const happened: string[] = [];
  await inTransaction(database.em(), async (transaction) => {
    await afterCommit.run(transaction, () => Promise.resolve(void happened.push('first')));
    await afterCommit.run(transaction, () => Promise.resolve(void happened.push('second')));
    await transaction.execute('select 1');
    happened.push('transaction');
  });
  expect(happened).toEqual(['transaction', 'first', 'second']);
});

it('nothing happens when the transaction is rolled back', async () => {
  const happened: string[] = [];
  const failing = inTransaction(database.em(), async (transaction) => {
    await afterCommit.run(transaction, () => Promise.resolve(void happened.push('never')));
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(happened).toEqual([]);
});

it('without a transaction it happens at once', async () => {
  const happened: string[] = [];
  await afterCommit.run(database.em(), () => Promise.resolve(void happened.push('now')));
  expect(happened).toEqual(['now']);
});
