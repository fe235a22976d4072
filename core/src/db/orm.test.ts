import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { emptyDatabase } from '../../test/database.js';
import { createOrm } from './orm.js';

const database = await emptyDatabase();
const holder = new pg.Client({ connectionString: database.connectionString });
await holder.connect();
const orm = await createOrm({ ...database, poolSize: 2, statementSeconds: 2 });

afterAll(async () => {
  await orm.close(true);
  await holder.end();
  await database.drop();
});

it('gives up a row that somebody holds, and has its connections again', async () => {
  await holder.query('create table recitals (id int primary key); insert into recitals values (1)');
  await holder.query('begin; update recitals set id = 1');
  const change = () => orm.em.fork().execute('update recitals set id = 1');
  const outcomes = await Promise.allSettled([change(), change(), change()]);
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual([
    expect.stringContaining('lock timeout'),
    expect.stringContaining('lock timeout'),
    expect.stringMatching(/timeout/i),
  ]);
  await expect(orm.em.fork().execute('select count(*)::int as n from recitals')).resolves.toEqual([{ n: 1 }]);
});
