import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { aCountedSession } from '@crowd-recital/core/test/counted.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin', name: 'Ada' });
const client = server.as(admin);

describe('users', () => {
  it('are let in, made, changed and found by an admin', async () => {
    const { approveSpeaker } = await client.data<{ approveSpeaker: { id: string }[] }>(
      'mutation { approveSpeaker(emails: "Rivka@example.org") { id name email group } }',
    );
    expect(approveSpeaker).toMatchObject([{ name: 'Rivka', email: 'Rivka@example.org', group: 'SPEAKER' }]);
    const id = approveSpeaker[0]?.id ?? '';
    const { updateUser } = await client.data(
      'mutation ($id: ID!, $input: UpdateUserInput!) { updateUser(id: $id, input: $input) { name group email } }',
      { id, input: { name: 'Rivka Katz', group: 'ADMIN' } },
    );
    expect(updateUser).toEqual({ name: 'Rivka Katz', group: 'ADMIN', email: 'Rivka@example.org' });
    const { user } = await client.data('query ($id: ID!) { user(id: $id) { name totals { recordings } } }', {
      id,
    });
    expect(user).toEqual({ name: 'Rivka Katz', totals: { recordings: 0 } });
    const { createUser } = await client.data(
      'mutation { createUser(input: { email: "chaim@example.org", name: "Chaim" }) { name group } }',
    );
    expect(createUser).toEqual({ name: 'Chaim', group: null });
  });

  it('have totals that are right at once', async () => {
    const speaker = await aUser(em, { name: 'Speaker of totals' });
    await aCountedSession(em, speaker, { durationSeconds: 12.5 });
    const { users } = await client.data(
      '{ users(filter: { search: "SPEAKER OF" }) { edges { node { totals { durationSeconds recordings } } } } }',
    );
    expect(users).toEqual({ edges: [{ node: { totals: { durationSeconds: 12.5, recordings: 1 } } }] });
  });

  it('who lose their rights are signed out, and the last admin keeps them', async () => {
    const second = await aUser(em, { group: 'admin' });
    const before = await server.token(second);
    const demote = 'mutation ($id: ID!) { updateUser(id: $id, input: { group: null }) { group } }';
    expect((await client.query(demote, { id: second.id })).errors).toEqual([]);
    const answer = await server.anonymous().query('{ me { id } }', {}, { authorization: `Bearer ${before}` });
    expect(answer.code).toBe('UNAUTHENTICATED');
    await em.execute(`update users set "group" = 'speaker' where "group" = 'admin' and id <> ?`, [admin.id]);
    expect((await client.query(demote, { id: admin.id })).code).toBe('CONFLICT');
  });

  it('are found by parts of name and address through an index', async () => {
    const plan = await inTransaction(em, async (transaction) => {
      // The few rows of a test are read faster without any index.
      await transaction.execute('set local enable_seqscan = off');
      return transaction.execute(
        `explain select * from users where name ilike '%rivka%' or email ilike '%rivka@%'`,
      );
    });
    expect(JSON.stringify(plan)).toMatch(/users_name_trigrams_index.*users_email_trigrams_index/);
  });
});
