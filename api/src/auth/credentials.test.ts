import { User } from '@crowd-recital/core/user/user.entity.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { callWithHost } from '../../test/call-with-host.js';
import { testServer, type TestServer } from '../../test/server.js';

const server = await testServer();
const { database, config } = server;
const user = await aUser(database.em());
const key = new TextEncoder().encode(config.auth.accessTokenSecret);
const hour = 3_600;

interface TokenParts {
  readonly secret?: Uint8Array;
  readonly header?: { alg: string; typ?: string };
  readonly claims?: Record<string, unknown>;
}

/** A good token, or one that differs in what is given. */
async function token({
  secret = key,
  header = { alg: 'HS256', typ: 'at+jwt' },
  claims = {},
}: TokenParts = {}) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    iss: 'crowd-recital',
    aud: 'crowd-recital-api',
    sub: user.id,
    version: 0,
    iat: now,
    exp: now + config.auth.accessTokenTtl,
    ...claims,
  })
    .setProtectedHeader(header)
    .sign(secret);
}

async function meWith(headers: Record<string, string>) {
  return server.anonymous().query<{ me: { id: string } }>('{ me { id } }', {}, headers);
}

function unsigned(payload: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'at+jwt' })}.${part(payload)}.`;
}

describe('a bearer token', () => {
  it('signs in', async () => {
    const { data } = await meWith({ authorization: `Bearer ${await token()}` });
    expect(data?.me.id).toBe(user.id);
  });

  it.each<[string, TokenParts]>([
    ['another secret', { secret: new TextEncoder().encode('x'.repeat(43)) }],
    ['another algorithm', { header: { alg: 'HS512', typ: 'at+jwt' } }],
    ['another type', { header: { alg: 'HS256', typ: 'JWT' } }],
    ['no type', { header: { alg: 'HS256' } }],
    ['another issuer', { claims: { iss: 'somebody' } }],
    ['another audience', { claims: { aud: 'something' } }],
    ['its end passed', { claims: { exp: Math.floor(Date.now() / 1000) - 1 } }],
    ['no end', { claims: { exp: undefined } }],
    ['a beginning to come', { claims: { nbf: Math.floor(Date.now() / 1000) + hour } }],
    ['a user who is not there', { claims: { sub: '00000000-0000-0000-0000-000000000000' } }],
    ['a user who can be none', { claims: { sub: "' or true" } }],
    ['an older version', { claims: { version: -1 } }],
    ['no version', { claims: { version: undefined } }],
  ])('with %s is refused', async (_what, parts) => {
    const answer = await meWith({ authorization: `Bearer ${await token(parts)}` });
    expect(answer.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['nonsense', 'Bearer nonsense'],
    ['nothing', 'Bearer '],
    ['another scheme', 'Basic c3BlYWtlcjpzcGVha2Vy'],
    ['an unsigned token', `Bearer ${unsigned({ sub: user.id, version: 0, exp: 9_999_999_999 })}`],
  ])('that is %s is refused', async (_what, authorization) => {
    expect((await meWith({ authorization })).code).toBe('UNAUTHENTICATED');
  });

  it('that was changed is refused', async () => {
    const [header, , signature] = (await token()).split('.');
    const payload = Buffer.from(JSON.stringify({ sub: user.id, version: 0, exp: 9_999_999_999 })).toString(
      'base64url',
    );
    const answer = await meWith({ authorization: `Bearer ${header ?? ''}.${payload}.${signature ?? ''}` });
    expect(answer.code).toBe('UNAUTHENTICATED');
  });

  it('that is bad is not passed over for a cookie that is good', async () => {
    const headers = { authorization: 'Bearer nonsense', cookie: `recital=${await token()}` };
    expect((await meWith(headers)).code).toBe('UNAUTHENTICATED');
  });

  it('ends at once when the user was signed out everywhere, lost the group, or was deleted', async () => {
    const em = database.em();
    const somebody = await aUser(em);
    const client = server.as(somebody);
    const bearer = `Bearer ${await server.token(somebody)}`;
    await em.nativeUpdate(User, { id: somebody.id }, { group: null });
    expect((await client.query('{ texts { totalCount } }')).code).toBe('FORBIDDEN');
    await em.nativeUpdate(User, { id: somebody.id }, { tokenVersion: 1 });
    expect((await meWith({ authorization: bearer })).code).toBe('UNAUTHENTICATED');
    await em.nativeDelete(User, { id: somebody.id });
    expect((await meWith({ authorization: bearer })).code).toBe('UNAUTHENTICATED');
  });
});

describe('a cookie', () => {
  it('signs in', async () => {
    const { data, headers } = await meWith({ cookie: `other=1; recital=${await token()}; more=2` });
    expect(data?.me.id).toBe(user.id);
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is renewed in the second half of its life', async () => {
    const now = Math.floor(Date.now() / 1000);
    const old = await token({ claims: { exp: now + config.auth.accessTokenTtl / 2 - 60 } });
    const { data, headers } = await meWith({ cookie: `recital=${old}` });
    expect(data?.me.id).toBe(user.id);
    const renewed = /recital=([^;]+);.*HttpOnly/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect((await meWith({ authorization: `Bearer ${renewed}` })).data?.me.id).toBe(user.id);
  });

  it('that is bad is refused and taken back; what needs nobody still answers', async () => {
    const answer = await meWith({ cookie: 'recital=nonsense' });
    expect(answer.code).toBe('UNAUTHENTICATED');
    expect(answer.headers.get('set-cookie')).toMatch(/^recital=; .*Expires=Thu, 01 Jan 1970/);
    const config = await server
      .anonymous()
      .query('{ clientConfig { version } }', {}, { cookie: 'recital=nonsense' });
    expect(config.errors).toEqual([]);
  });

  it.each([
    ['of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { origin: 'https://neighbour.localhost', 'sec-fetch-site': 'same-site' }],
    ['in a browser that does not say where it stands', { origin: 'https://evil.example' }],
    ['without an origin of its own', { origin: 'null' }],
  ])('sent by a page %s is refused, also to write', async (_what, headers) => {
    const cookie = `recital=${await token()}`;
    expect((await meWith({ cookie, ...headers })).code).toBe('FORBIDDEN');
    const before = await database.em().execute('select count(*) from text_documents');
    const write = 'mutation { createTextFromPlainText(input: { language: EN, text: "One." }) { id } }';
    expect((await server.anonymous().query(write, {}, { cookie, ...headers })).code).toBe('FORBIDDEN');
    expect((await server.anonymous().query('mutation { logout }', {}, { cookie, ...headers })).code).toBe(
      'FORBIDDEN',
    );
    expect(await database.em().execute('select count(*) from text_documents')).toEqual(before);
  });

  it('sent by a page of ours signs in', async () => {
    const cookie = `recital=${await token()}`;
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: server.url }]) {
      expect((await meWith({ cookie, ...headers })).data?.me.id).toBe(user.id);
    }
  });
});

describe('signInAsDevelopmentUser', () => {
  const signIn =
    'mutation ($email: String!) { signInAsDevelopmentUser(email: $email) { user { id } accessToken expiresAt } }';

  it('gives a token and a cookie, and both sign in', async () => {
    const em = database.em();
    const somebody = await aUser(em, { email: 'Speaker@localhost' });
    const answer = await server
      .anonymous()
      .query<{ signInAsDevelopmentUser: { user: { id: string }; accessToken: string } }>(signIn, {
        email: 'sPEAKER@localhost',
      });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^recital=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const headers of [
      { cookie: cookie.split(';', 1)[0] ?? '' },
      { authorization: `Bearer ${answer.data?.signInAsDevelopmentUser.accessToken ?? ''}` },
    ]) {
      expect((await meWith(headers)).data?.me.id).toBe(somebody.id);
    }
    const out = await server.anonymous().query('mutation { logout }', {}, { cookie });
    expect(out.headers.get('set-cookie')).toMatch(/^recital=; /);
  });

  it('knows nobody else', async () => {
    expect((await server.anonymous().query(signIn, { email: 'nobody@localhost' })).code).toBe('NOT_FOUND');
  });

  it.each([
    ['forwarded by a proxy', { 'x-forwarded-for': '203.0.113.7' }],
    ['forwarded by a proxy that speaks the standard', { forwarded: 'for=203.0.113.7' }],
    ['forwarded in any way', { 'x-forwarded-anything': '1' }],
    ['for another host', { host: 'evil.example' }],
    ['for a host that only looks local', { host: 'localhost.evil.example:8000' }],
    ['by a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ])('is closed when %s', async (_what, headers) => {
    const answer = await callWithHost(
      server,
      headers,
      JSON.stringify({ query: signIn, variables: { email: user.email } }),
    );
    expect(answer).toContain('"code":"FORBIDDEN"');
    expect(answer.toLowerCase()).not.toContain('set-cookie: recital=e');
  });
});

describe('where development sign-in is offered', () => {
  const offers = '{ clientConfig { developmentUsers { email } developmentSignInAnywhere } }';
  const fromAfar = { host: 'recital.example:8000', 'x-forwarded-for': '203.0.113.7' };

  async function offered(at: TestServer, headers: Record<string, string>): Promise<string> {
    await aUser(at.database.em(), { email: 'speaker@localhost' });
    return callWithHost(at, headers, JSON.stringify({ query: offers }));
  }

  it('on this machine: to callers on it', async () => {
    const here = await testServer();
    expect(await offered(here, {})).toContain('speaker@localhost');
    expect(await callWithHost(here, fromAfar, JSON.stringify({ query: offers }))).toContain(
      '"developmentUsers":[]',
    );
  });

  it('with another HOST: to nobody', async () => {
    const open = await testServer({ environment: { HOST: '0.0.0.0' } });
    expect(await offered(open, {})).toContain('"developmentUsers":[],"developmentSignInAnywhere":false');
  });

  it('with DEV_SIGN_IN_ANYWHERE: to everybody, and every page can say so', async () => {
    const open = await testServer({ environment: { HOST: '0.0.0.0', DEV_SIGN_IN_ANYWHERE: 'true' } });
    const answer = await offered(open, fromAfar);
    expect(answer).toContain('speaker@localhost');
    expect(answer).toContain('"developmentSignInAnywhere":true');
  });
});
