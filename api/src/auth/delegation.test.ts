import { AuditEntry } from '@crowd-recital/core/audit/audit-entry.entity.js';
import { aSession, aUser } from '@crowd-recital/core/test/factories.js';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { TestClient } from '../../test/client.js';
import { testServer, type TestServer } from '../../test/server.js';

const secret = 'the secret of the back office, long enough';
const server = await testServer({ environment: { DELEGATED_IDENTITY_SECRET_KEY: secret } });
const em = server.database.em();
const speaker = await aUser(em, { email: 'Dalia@example.org' });
const admin = await aUser(em, { group: 'admin' });

const headers = (email: string, key = secret): Record<string, string> => ({
  'x-delegation-secret-key': key,
  'x-delegated-user-email': email,
});

/** A server of its own: the rates are counted for each address, and all tests have the same one. */
function freshServer(environment: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  return testServer({ environment: { DELEGATED_IDENTITY_SECRET_KEY: secret, ...environment } });
}

describe('a delegated call', () => {
  it('has the rights of the user whom it names, in upper or lower case', async () => {
    const ask = async (email: string, query: string) =>
      server.anonymous().query<{ me: { id: string } }>(query, {}, headers(email));
    expect((await ask('dALIA@example.org', '{ me { id } }')).data?.me.id).toBe(speaker.id);
    expect((await ask(speaker.email, '{ users { totalCount } }')).code).toBe('FORBIDDEN');
    expect((await ask(admin.email, '{ users { totalCount } }')).errors).toEqual([]);
    const session = await aSession(em, speaker);
    const own = `{ session(id: "${session.id}") { id } }`;
    expect((await ask(speaker.email, own)).errors).toEqual([]);
  });

  it('is marked in the audit log', async () => {
    const session = await aSession(em, speaker);
    const client = server.anonymous();
    const document = `mutation { x: discardSession(sessionId: "${session.id}") { id } }`;
    expect((await client.query(document, {}, headers(admin.email))).errors).toEqual([]);
    await client.query('mutation { discardSession(sessionId: "nothing") { id } }', {}, headers(admin.email));
    const entries = await server.database.em().find(AuditEntry, {}, { orderBy: { at: 'asc' } });
    expect(entries).toMatchObject([
      { action: 'session.discard', actorId: admin.id, delegated: true, subjectId: session.id },
      { action: 'delegation.call', actorId: admin.id, delegated: true, subjectId: 'discardSession' },
    ]);
    await server.as(speaker).query(document);
    expect(await server.database.em().count(AuditEntry)).toBe(2);
  });

  it('leaves the secret in no log', () => {
    expect(server.log()).toContain('/api/graphql');
    expect(server.log()).not.toContain(secret);
  });

  it('has a rate of its own, for each user', async () => {
    const few = await freshServer({ DELEGATION_CALLS_PER_MINUTE: '2' });
    const [one, two] = [await aUser(few.database.em()), await aUser(few.database.em())];
    const call = (email: string) => few.anonymous().query('{ me { id } }', {}, headers(email));
    for (const code of [undefined, undefined, 'RATE_LIMITED'])
      expect((await call(one.email)).code).toBe(code);
    expect((await call(two.email)).code).toBeUndefined();
    expect((await few.as(one).query('{ me { id } }')).code).toBeUndefined();
  });
});

describe('a call that is no good delegation is not answered at all', () => {
  it.each<[string, Record<string, string>]>([
    ['a wrong secret', headers(speaker.email, `${secret}!`)],
    ['an empty secret', headers(speaker.email, '')],
    ['no secret', { 'x-delegated-user-email': speaker.email }],
    ['a user who is not there', headers('nobody@example.org')],
    ['no user', { 'x-delegation-secret-key': secret }],
    ['a wildcard', headers('%')],
    ['an Origin', { ...headers(speaker.email), origin: 'https://tools.example' }],
    ['our own Origin', { ...headers(speaker.email), origin: server.url }],
    ['any cookie', { ...headers(speaker.email), cookie: 'theme=dark' }],
    ['another credential', { ...headers(speaker.email), authorization: 'Bearer nonsense' }],
  ])('with %s', async (_what, given) => {
    const own = await freshServer();
    await aUser(own.database.em(), { email: speaker.email });
    const origin = given.origin === server.url ? { origin: own.url } : {};
    for (const query of ['{ me { id } }', '{ clientConfig { version } }', 'mutation { logout }']) {
      const answer = await own.anonymous().query(query, {}, { ...given, ...origin });
      expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('where no secret is set, not even with an empty one', async () => {
    const closed = await testServer({ environment: { DELEGATED_IDENTITY_SECRET_KEY: '' } });
    await aUser(closed.database.em(), { email: speaker.email });
    for (const key of ['', 'undefined', secret]) {
      const answer = await closed.anonymous().query('{ me { id } }', {}, headers(speaker.email, key));
      expect(answer.code).toBe('UNAUTHENTICATED');
    }
  });

  it('after five wrong secrets from its address, not even with the right one', async () => {
    const own = await freshServer();
    await aUser(own.database.em(), { email: speaker.email });
    const call = (key: string) => own.anonymous().query('{ me { id } }', {}, headers(speaker.email, key));
    for (let n = 0; n < 5; n += 1) expect((await call(`guess ${n}`)).code).toBe('UNAUTHENTICATED');
    const answer = await call(secret);
    expect(answer).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await own.anonymous().query('{ clientConfig { version } }')).errors).toEqual([]);
  });
});

describe('the schema, in production', () => {
  it('is shown to admins and to back-office tools only', async () => {
    const production = await freshServer({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://recital.example',
      ACCESS_TOKEN_SECRET_KEY: 'a secret for tests that is long enough',
    });
    const own = production.database.em();
    const [anAdmin, aSpeaker] = [await aUser(own, { group: 'admin' }), await aUser(own)];
    const tool = new TestClient(production.url, () => Promise.resolve(headers(aSpeaker.email)));
    const whole = getIntrospectionQuery();
    const inFragment = '{ ...F } fragment F on Query { s: __schema { queryType { name } } }';
    const oneType = '{ __type(name: "User") { name } }';
    for (const query of [whole, inFragment, oneType]) {
      expect((await production.anonymous().query(query)).code).toBe('FORBIDDEN');
      expect((await production.as(aSpeaker).query(query)).code).toBe('FORBIDDEN');
      expect((await production.as(anAdmin).query(query)).errors).toEqual([]);
      expect((await tool.query(query)).errors).toEqual([]);
    }
    expect((await production.anonymous().query('{ __typename }')).errors).toEqual([]);
  });
});
