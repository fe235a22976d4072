import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inTransaction } from './in-transaction.js';
import { testDatabase } from '../../test/database.js';
import { askedTogether } from './asked-together.js';

const database = await testDatabase();

/** Shouts its questions back; the first statement ends when it is let go. */
function shouting() {
  const statements: (readonly string[])[] = [];
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const shout = askedTogether<string, string>(async (_em, questions) => {
    statements.push(questions);
    if (statements.length === 1) await held;
    if (questions.includes('fail')) throw new Error('The database is away.');
    return questions.map((question) => (question === 'bad' ? new Error('Bad.') : question.toUpperCase()));
  });
  return { statements, ask: (question: string) => shout(database.em(), question), letGo };
}

it('asks at once, and together what is asked while a statement is under way', async () => {
  const { statements, ask, letGo } = shouting();
  const first = ask('a');
  await nextTurn();
  expect(statements).toEqual([['a']]);
  const others = ['b', 'bad', 'b'].map(ask);
  const outcomes = Promise.allSettled(others);
  await nextTurn();
  expect(statements).toHaveLength(1);
  letGo();
  expect(await first).toBe('A');
  expect(await outcomes).toMatchObject([{ value: 'B' }, { reason: { message: 'Bad.' } }, { value: 'B' }]);
  expect(statements.slice(1)).toEqual([['b', 'bad', 'b']]);
});

it('remembers nothing, and goes on after a statement that failed', async () => {
  const { statements, ask, letGo } = shouting();
  letGo();
  await ask('a');
  await expect(ask('fail')).rejects.toThrow('The database is away.');
  expect(await ask('a')).toBe('A');
  expect(statements).toEqual([['a'], ['fail'], ['a']]);
});

it('is not larger than a statement should be', async () => {
  const { statements, ask, letGo } = shouting();
  letGo();
  await Promise.all(Array.from({ length: 150 }, (_, index) => ask(String(index))));
  expect(statements.map(({ length }) => length)).toEqual([64, 64, 22]);
});

it('is asked within the transaction of whoever asks', async () => {
  const ask = askedTogether<string, boolean>(async (em, names) => {
    const rows = await em.execute<{ name: string }[]>('select name from notes');
    return names.map((wanted) => rows.some(({ name }) => name === wanted));
  });
  const em = database.em();
  await em.execute('create table notes (name text)');
  await inTransaction(em, async (inside) => {
    await inside.execute(`insert into notes values ('mine')`);
    expect(await ask(inside, 'mine')).toBe(true);
    expect(await ask(database.em(), 'mine')).toBe(false);
  });
});
