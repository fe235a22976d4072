import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import { afterEach, expect, it, vi } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { aUser } from '../../test/factories.js';
import { createText } from '../text/create-text.js';
import { inTransaction } from './in-transaction.js';

const database = await testDatabase();
afterEach(() => void vi.restoreAllMocks());

async function names(em: EntityManager): Promise<string[]> {
  const rows = await em.execute<{ name: string }[]>('select name from reached order by name');
  return rows.map(({ name }) => name);
}

async function reach(em: EntityManager, name: string): Promise<void> {
  await em.execute('insert into reached values (?)', [name]);
}

it('keeps all of it or none, and of what is inside another one only what did not fail', async () => {
  const em = database.em();
  await em.execute('create table reached (name text)');
  const failing = inTransaction(em, async (transaction) => {
    await reach(transaction, 'never');
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await inTransaction(em, async (outer) => {
    await reach(outer, 'outer');
    const inner = inTransaction(outer, async (transaction) => {
      await reach(transaction, 'inner');
      throw new Error('back to the savepoint');
    });
    await expect(inner).rejects.toThrow('back to the savepoint');
    expect(await names(em)).toEqual([]);
  });
  expect(await names(em)).toEqual(['outer']);
});

it('refuses to write where it was begun to read', async () => {
  const writing = inTransaction(database.em(), (transaction) => aUser(transaction), { readOnly: true });
  await expect(writing).rejects.toThrow('read-only transaction');
});

it('leaves promises as cheap as they are, and what it found can be used after it', async () => {
  const em = database.em();
  const { id } = await aUser(em);
  const run = vi.spyOn(AsyncLocalStorage.prototype, 'run');
  const owner = { id, group: 'speaker' } as const;
  const words = {
    title: 'A title',
    language: 'en',
    text: 'One sentence.',
    sourceKind: 'plain-text',
  } as const;
  const text = await createText(em, { owner, ...words });
  expect(run).not.toHaveBeenCalled();
  expect((await text.owner?.load())?.id).toBe(id);
});
