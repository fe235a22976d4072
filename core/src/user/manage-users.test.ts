import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aUser } from '../../test/factories.js';
import { operator, type Actor } from '../audit/actor.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { approveSpeakers } from './approve-speakers.js';
import { createUser } from './create-user.js';
import { updateUser } from './update-user.js';
import { User } from './user.entity.js';

let database: TestDatabase;
let admin: User;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  admin = await aUser(database.em(), { group: 'admin' });
  actor = { id: admin.id, delegated: true };
});

async function audited(user: User): Promise<AuditEntry[]> {
  return database.em().find(AuditEntry, { subjectId: user.id }, { orderBy: { at: 'asc' } });
}

describe('approving by e-mail', () => {
  it('lets in who waits, makes who is not there yet, and lowers nobody', async () => {
    const waiting = await aUser(database.em(), { email: 'Wanda@Example.org', group: null });
    const users = await approveSpeakers(database.em(), actor, [
      'wanda@example.org',
      ' new@example.org ',
      admin.email,
      'NEW@example.org',
    ]);
    expect(users).toMatchObject([
      { id: waiting.id, group: 'speaker', email: 'Wanda@Example.org', tokenVersion: 0 },
      { group: 'speaker', email: 'NEW@example.org', name: 'NEW', emailVerified: false },
      { id: admin.id, group: 'admin' },
    ]);
    expect(await audited(waiting)).toMatchObject([
      { action: 'user.approve', actorId: admin.id, delegated: true, details: { created: false } },
    ]);
    expect(await audited(admin)).toEqual([]);
    await approveSpeakers(database.em(), actor, ['wanda@example.org']);
    expect(await audited(waiting)).toHaveLength(1);
  });

  it('lets in nobody when one address is none', async () => {
    await expect(
      approveSpeakers(database.em(), operator, ['fine@example.org', 'nonsense']),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'email' } });
    expect(await database.em().count(User, { email: 'fine@example.org' })).toBe(0);
  });

  it('makes one row when two admins approve the same address at once', async () => {
    const both = await Promise.all(
      [1, 2].map(() => approveSpeakers(database.em(), actor, ['twice@example.org'])),
    );
    expect(new Set(both.flat().map(({ id }) => id)).size).toBe(1);
  });
});

describe('creating', () => {
  it('makes an account, named after the address unless told', async () => {
    const user = await createUser(database.em(), actor, { email: 'berl@example.org', group: null });
    expect(user).toMatchObject({ name: 'berl', group: null, tokenVersion: 0 });
    expect(await audited(user)).toMatchObject([{ action: 'user.create' }]);
  });

  it.each([
    ['a taken address, in other letters', { email: 'BERL@example.org' }, 'CONFLICT', 'email'],
    ['no address', { email: 'berl' }, 'BAD_USER_INPUT', 'email'],
    ['two addresses', { email: 'a@b.c, d@e.f' }, 'BAD_USER_INPUT', 'email'],
    ['an empty name', { email: 'x@example.org', name: ' \n ' }, 'BAD_USER_INPUT', 'name'],
    [
      'a picture that runs',
      { email: 'x@example.org', picture: 'javascript:alert(1)' },
      'BAD_USER_INPUT',
      'picture',
    ],
  ])('refuses %s', async (_what, given, code, field) => {
    await expect(createUser(database.em(), actor, { group: null, ...given })).rejects.toMatchObject({
      code,
      details: { field },
    });
  });
});

describe('changing', () => {
  it('ends the sign-ins of who loses or changes a group, and of nobody else', async () => {
    const user = await aUser(database.em(), { group: null });
    const change = (given: Parameters<typeof updateUser>[3]) =>
      updateUser(database.em(), actor, user.id, given);
    expect(await change({ group: 'speaker' })).toMatchObject({ group: 'speaker', tokenVersion: 0 });
    expect(await change({ group: 'speaker', name: 'Dvora' })).toMatchObject({
      name: 'Dvora',
      tokenVersion: 0,
    });
    expect(await change({ group: 'admin' })).toMatchObject({ tokenVersion: 1 });
    expect(await change({ group: null })).toMatchObject({ group: null, tokenVersion: 2 });
    expect((await audited(user)).at(-1)).toMatchObject({
      action: 'user.update',
      details: { changed: ['group'], groupBefore: 'admin', groupAfter: null },
    });
  });

  it('takes a new address for unverified, and not one that is only written otherwise', async () => {
    const user = await aUser(database.em(), { email: 'ora@example.org' });
    await database.em().nativeUpdate(User, { id: user.id }, { emailVerified: true });
    const same = await updateUser(database.em(), actor, user.id, { email: 'Ora@example.org' });
    expect(same).toMatchObject({ email: 'Ora@example.org', emailVerified: true });
    const other = await updateUser(database.em(), actor, user.id, {
      email: 'ora@example.net',
      picture: null,
    });
    expect(other).toMatchObject({ emailVerified: false });
    await expect(updateUser(database.em(), actor, user.id, { email: admin.email })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('finds nobody where there is nobody', async () => {
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000']) {
      await expect(updateUser(database.em(), actor, id, { name: 'x' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });

  it('leaves an admin, also when the last two give up their rights at once', async () => {
    await expect(updateUser(database.em(), actor, admin.id, { group: 'speaker' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const second = await aUser(database.em(), { group: 'admin' });
    const both = await Promise.allSettled(
      [admin, second].map(({ id }) => updateUser(database.em(), actor, id, { group: 'speaker' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.em().count(User, { group: 'admin' })).toBe(1);
  });
});
