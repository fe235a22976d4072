import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });

/** Two devices of one person: a browser and a script. */
async function twoDevices(user: User): Promise<Record<string, string>[]> {
  const [browser, script] = [await server.token(user), await server.token(user)];
  return [{ cookie: `recital=${browser}` }, { authorization: `Bearer ${script}` }];
}

async function codesOfMe(devices: readonly Record<string, string>[]): Promise<(string | undefined)[]> {
  const answers = devices.map((headers) => server.anonymous().query('{ me { id } }', {}, headers));
  return (await Promise.all(answers)).map(({ code }) => code);
}

describe('logoutEverywhere', () => {
  it('ends every sign-in of the caller at once, and of nobody else', async () => {
    const [user, other] = [await aUser(em), await aUser(em)];
    const devices = await twoDevices(user);
    const others = await twoDevices(other);
    const [browser = {}] = devices;
    const answer = await server.anonymous().query('mutation { logoutEverywhere }', {}, browser);
    expect(answer.data).toEqual({ logoutEverywhere: true });
    expect(answer.headers.get('set-cookie')).toMatch(/^recital=; /);
    expect(await codesOfMe(devices)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await codesOfMe(others)).toEqual([undefined, undefined]);
    const entry = await server.database.em().findOneOrFail(AuditEntry, { subjectId: user.id });
    expect(entry).toMatchObject({ action: 'user.revoke-sign-ins', actorId: user.id });
  });
});

describe('revokeSessions', () => {
  const revoke = 'mutation ($id: ID!) { revokeSessions(userId: $id) }';

  it('ends every sign-in of a user, who may sign in again', async () => {
    const user = await aUser(em);
    const devices = await twoDevices(user);
    expect((await server.as(admin).query(revoke, { id: user.id })).data).toEqual({ revokeSessions: true });
    expect(await codesOfMe(devices)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    const signIn = `mutation { signInAsDevelopmentUser(email: "${user.email}") { accessToken } }`;
    expect((await server.anonymous().query(signIn)).errors).toEqual([]);
    const entry = await server.database.em().findOneOrFail(AuditEntry, { subjectId: user.id });
    expect(entry).toMatchObject({ action: 'user.revoke-sign-ins', actorId: admin.id, delegated: false });
  });

  it('finds nobody by an id that is none', async () => {
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000']) {
      expect((await server.as(admin).query(revoke, { id })).code).toBe('NOT_FOUND');
    }
  });
});

describe('issueAccessToken', () => {
  it('gives a token with the rights of the caller, which ends with all the others', async () => {
    const user = await aUser(em);
    const { issueAccessToken } = await server.as(user).data<{
      issueAccessToken: { accessToken: string; expiresAt: string };
    }>('mutation { issueAccessToken { accessToken expiresAt } }');
    const script = { authorization: `Bearer ${issueAccessToken.accessToken}` };
    expect(await codesOfMe([script])).toEqual([undefined]);
    const users = await server.anonymous().query('{ users { totalCount } }', {}, script);
    expect(users.code).toBe('FORBIDDEN');
    await server.as(user).data('mutation { logoutEverywhere }');
    expect(await codesOfMe([script])).toEqual(['UNAUTHENTICATED']);
  });
});

describe('logout', () => {
  it('takes the cookie of this browser back, and ends nothing else', async () => {
    const user = await aUser(em);
    const [browser = {}, script = {}] = await twoDevices(user);
    const answer = await server.anonymous().query('mutation { logout }', {}, browser);
    expect(answer.headers.get('set-cookie')).toMatch(/^recital=; .*Expires=Thu, 01 Jan 1970/);
    expect(await codesOfMe([script])).toEqual([undefined]);
  });
});
