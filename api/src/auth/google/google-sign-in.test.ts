import { createSecretKey, webcrypto } from 'node:crypto';
import { createInvite } from '@crowd-recital/core/invite/create-invite.js';
import { User } from '@crowd-recital/core/user/user.entity.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../test/client.js';
import { googleIssuer, type Claims } from '../../../test/google-issuer.js';
import { testServer, type TestServer } from '../../../test/server.js';

const issuer = await googleIssuer();
const server = await testServer({ environment: issuer.environment });
const login = `mutation ($credential: String!, $inviteCode: String) {
  loginWithGoogle(credential: $credential, inviteCode: $inviteCode) { user { id email name picture group } accessToken }
}`;

interface Login {
  readonly loginWithGoogle: {
    readonly user: Pick<User, 'id' | 'email' | 'name' | 'picture' | 'group'>;
    readonly accessToken: string;
  };
}

/** A browser that began to sign in: its cookie, and the nonce that its page was told. */
async function begin(at = server, cookie = ''): Promise<{ cookie: string; nonce: string }> {
  const { data, headers } = await at
    .anonymous()
    .query<{ prepareGoogleSignIn: string }>('mutation { prepareGoogleSignIn }', {}, cookie ? { cookie } : {});
  const set = /^(recital-google=[^;]+); .*HttpOnly; SameSite=Lax/.exec(headers.get('set-cookie') ?? '')?.[1];
  return { cookie: set ?? '', nonce: data?.prepareGoogleSignIn ?? '' };
}

function send(cookie: string, credential: string, at = server): Promise<Answer<Login>> {
  return at.anonymous().query<Login>(login, { credential }, cookie === '' ? {} : { cookie });
}

/** A whole sign-in, with a good token unless claims are given otherwise. */
async function signIn(given: Claims = {}, at: TestServer = server): Promise<Answer<Login>> {
  const { cookie, nonce } = await begin(at);
  return send(cookie, await issuer.sign(issuer.claims(nonce, given)), at);
}

const countUsers = (at = server) => at.database.em().count(User);
let people = 0;
/** A person whom nobody has seen before. */
function somebody(): { sub: string; email: string } {
  people += 1;
  return { sub: `sub-${people}`, email: `person${people}@example.org` };
}

describe('signing in with Google', () => {
  it('makes an account, which is a speaker at once, and signs in by cookie and by token', async () => {
    const { data, errors, headers } = await signIn(somebody());
    expect(errors).toEqual([]);
    expect(data?.loginWithGoogle.user).toMatchObject({ name: 'Dalia', group: 'SPEAKER' });
    const cookie = headers.getSetCookie().find((one) => one.startsWith('recital='));
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    for (const credentials of [
      { cookie: cookie?.split(';', 1)[0] ?? '' },
      { authorization: `Bearer ${data?.loginWithGoogle.accessToken ?? ''}` },
    ]) {
      const me = await server.anonymous().query<{ me: { id: string } }>('{ me { id } }', {}, credentials);
      expect(me.data?.me.id).toBe(data?.loginWithGoogle.user.id);
    }
  });

  it('knows the account again by sub, and takes name, picture and address over', async () => {
    const person = somebody();
    const first = await signIn(person);
    const again = await signIn({
      ...person,
      email: 'moved@example.org',
      name: 'Dalia L.',
      picture: undefined,
    });
    expect(again.data?.loginWithGoogle.user).toEqual({
      id: first.data?.loginWithGoogle.user.id,
      email: 'moved@example.org',
      name: 'Dalia L.',
      picture: null,
      group: 'SPEAKER',
    });
  });

  it('leaves an address that is somebody else’s here alone', async () => {
    const [one, two] = [somebody(), somebody()];
    await signIn(one);
    await signIn(two);
    const moved = await signIn({ ...one, email: two.email });
    expect(moved.data?.loginWithGoogle.user.email).toBe(one.email);
  });

  it('takes over an account that an admin made for the address, in upper or lower case, with its rights', async () => {
    const person = somebody();
    const made = await aUser(server.database.em(), { email: person.email.toUpperCase(), group: 'admin' });
    const { data } = await signIn(person);
    expect(data?.loginWithGoogle.user).toMatchObject({ id: made.id, group: 'ADMIN' });
  });

  it('needs neither a name nor a picture', async () => {
    const person = somebody();
    const { data } = await signIn({ ...person, name: undefined, picture: undefined });
    expect(data?.loginWithGoogle.user).toMatchObject({ name: person.email.split('@')[0], picture: null });
  });

  it('shows no picture that is no https address', async () => {
    const { data } = await signIn({ ...somebody(), picture: 'javascript:alert(1)' });
    expect(data?.loginWithGoogle.user.picture).toBeNull();
  });

  it('makes one account of many first sign-ins at once', async () => {
    const person = somebody();
    const before = await countUsers();
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(person)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await countUsers()).toBe(before + 1);
  });

  it('gives several tabs of one browser the same nonce, and uses it up', async () => {
    const one = await begin();
    const two = await begin(server, one.cookie);
    expect(two).toEqual(one);
    const token = await issuer.sign(issuer.claims(one.nonce, somebody()));
    const answer = await send(one.cookie, token);
    expect(answer.headers.getSetCookie().join()).toMatch(/recital-google=; .*Expires=Thu, 01 Jan 1970/);
    expect((await send('', token)).code).toBe('UNAUTHENTICATED');
  });
});

describe('approval', () => {
  it('waits for an admin where DISABLE_AUTO_SPEAKER_APPROVAL is set', async () => {
    const closed = await testServer({
      environment: { ...issuer.environment, DISABLE_AUTO_SPEAKER_APPROVAL: 'true' },
    });
    const person = somebody();
    const { data } = await signIn(person, closed);
    expect(data?.loginWithGoogle.user.group).toBeNull();
    await closed.database.em().nativeUpdate(User, { googleSub: person.sub }, { group: 'speaker' });
    expect((await signIn(person, closed)).data?.loginWithGoogle.user.group).toBe('SPEAKER');
  });

  it('comes with an invite that is good, which is used up by it', async () => {
    const closed = await testServer({
      environment: { ...issuer.environment, DISABLE_AUTO_SPEAKER_APPROVAL: 'true' },
    });
    const em = closed.database.em();
    const admin = await aUser(em, { group: 'admin' });
    const { code } = await createInvite(
      em,
      { id: admin.id, delegated: false },
      { maxUses: 1, expiresAt: null, note: null },
    );
    const groups: (string | null | undefined)[] = [];
    for (const inviteCode of ['nonsense', code, code]) {
      const { cookie, nonce } = await begin(closed);
      const credential = await issuer.sign(issuer.claims(nonce, somebody()));
      const answer = await closed.anonymous().query<Login>(login, { credential, inviteCode }, { cookie });
      expect(answer.errors).toEqual([]);
      groups.push(answer.data?.loginWithGoogle.user.group);
    }
    expect(groups).toEqual([null, 'SPEAKER', null]);
  });

  it('comes at the next sign-in for whoever waited', async () => {
    const person = somebody();
    await aUser(server.database.em(), { email: person.email, group: null });
    expect((await signIn(person)).data?.loginWithGoogle.user.group).toBe('SPEAKER');
  });

  it('does not come by itself to whom an admin has sent away', async () => {
    const person = somebody();
    const { data } = await signIn(person);
    const admin = server.as(await aUser(server.database.em(), { group: 'admin' }));
    await admin.data('mutation ($id: ID!) { updateUser(id: $id, input: { group: null }) { id } }', {
      id: data?.loginWithGoogle.user.id,
    });
    expect((await signIn(person)).data?.loginWithGoogle.user.group).toBeNull();
  });
});

describe('a forged or foreign ID token is refused, and leaves nothing behind', () => {
  const now = Math.floor(Date.now() / 1000);

  it.each<[string, Claims]>([
    ['another audience', { aud: 'another-site' }],
    ['several audiences', { aud: [issuer.clientId, 'another-site'] }],
    ['another issuer', { iss: 'https://accounts.google.com' }],
    ['an end that has passed', { iat: now - 500, exp: now - 120 }],
    ['no end', { exp: undefined }],
    ['an issue that is to come', { iat: now + 240 }],
    ['an issue that is long past', { iat: now - 900 }],
    ['a life of years', { exp: now + 400 * 86_400 }],
    ['no nonce', { nonce: undefined }],
    ['the nonce of another browser', { nonce: 'another' }],
    ['an address that is not verified', { email_verified: false }],
    ['an address that is verified in words only', { email_verified: 'true' }],
    ['no address', { email: undefined }],
    ['no sub', { sub: undefined }],
    ['an empty sub', { sub: '' }],
  ])('with %s', async (_what, claims) => {
    const own = await freshServer();
    expect((await signIn({ ...somebody(), ...claims }, own)).code).toBe('UNAUTHENTICATED');
    expect(await countUsers(own)).toBe(0);
  });

  it.each<[string, (claims: Claims) => Promise<string>]>([
    [
      'signed by another key under the name of Google’s',
      async (claims) => issuer.sign(claims, (await generateKeyPair('RS256')).privateKey),
    ],
    [
      'of a key that Google does not have',
      (claims) => issuer.sign(claims, issuer.privateKey, { alg: 'RS256', kid: 'x' }),
    ],
    [
      'signed by HS256 with the public key as secret',
      async (claims) => {
        const secret = createSecretKey(Buffer.from(issuer.publicPem));
        return issuer.sign(claims, secret as never, { alg: 'HS256', kid: issuer.kid });
      },
    ],
    [
      'without a signature',
      (claims) => Promise.resolve(`${encode({ alg: 'none', kid: issuer.kid })}.${encode(claims)}.`),
    ],
    [
      'changed after it was signed',
      async (claims) => {
        const [header, , signature] = (await issuer.sign(claims)).split('.');
        return `${header ?? ''}.${encode({ ...claims, sub: 'admin' })}.${signature ?? ''}`;
      },
    ],
    ['that says another algorithm than the one it was signed by', (claims) => signAs('RS512', claims)],
    ['that is none', () => Promise.resolve('nonsense')],
    [
      'whose key is a word of JavaScript',
      (claims) => issuer.sign(claims, issuer.privateKey, { alg: 'RS256', kid: '__proto__' }),
    ],
  ])('%s', async (_what, forge) => {
    const own = await freshServer();
    const { cookie, nonce } = await begin(own);
    expect((await send(cookie, await forge(issuer.claims(nonce)), own)).code).toBe('UNAUTHENTICATED');
    expect(await countUsers(own)).toBe(0);
    expect(own.log()).not.toContain(encode({ alg: 'none', kid: issuer.kid }));
  });

  it('for an address that belongs to another Google account here', async () => {
    const person = somebody();
    await signIn(person);
    const before = await countUsers();
    const answer = await signIn({ ...person, sub: 'somebody-else' });
    expect(answer.code).toBe('CONFLICT');
    expect(answer.errors[0]?.message).toContain(person.email);
    expect(await countUsers()).toBe(before);
  });

  it('after ten failures of one address, for a minute', async () => {
    const own = await freshServer();
    for (let n = 0; n < 10; n += 1) expect((await send('', 'x', own)).code).toBe('UNAUTHENTICATED');
    expect(await signIn(somebody(), own)).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('while Google’s keys cannot be had, and says so', async () => {
    const cut = await testServer({
      environment: { ...issuer.environment, GOOGLE_CERTS_URL: 'http://127.0.0.1:9/certs' },
    });
    expect((await signIn(somebody(), cut)).code).toBe('UPSTREAM_UNAVAILABLE');
  });
});

describe('a page of another site signs nobody in', () => {
  it.each<[string, Record<string, string>, (query: string) => string]>([
    ['as plain text', { 'content-type': 'text/plain' }, (query) => query],
    [
      'as a form',
      { 'content-type': 'application/x-www-form-urlencoded' },
      (query) => `query=${encodeURIComponent(query)}`,
    ],
    ['as a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, (query) => query],
    ['without a type', { 'content-type': '' }, (query) => query],
    [
      'from another site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      (query) => query,
    ],
    ['from a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://x.localhost' }, (query) => query],
    ['from an old browser', { origin: 'https://evil.example' }, (query) => query],
    ['from nowhere', { origin: 'null' }, (query) => query],
  ])('%s', async (_what, headers, body) => {
    const own = await freshServer();
    const { cookie, nonce } = await begin(own);
    const credential = await issuer.sign(issuer.claims(nonce, somebody()));
    const query = body(JSON.stringify({ query: login, variables: { credential } }));
    const answer = await own
      .anonymous()
      .send(query, { 'content-type': 'application/json', cookie, ...headers });
    expect(answer.errors).not.toEqual([]);
    expect(answer.status === 200 ? answer.code : 'FORBIDDEN').toBe('FORBIDDEN');
    expect(answer.headers.getSetCookie().filter((one) => one.startsWith('recital='))).toEqual([]);
    expect(await countUsers(own)).toBe(0);
  });

  it('by GET', async () => {
    const query = new URLSearchParams({ query: 'mutation { prepareGoogleSignIn }' });
    const answer = await fetch(`${server.url}/api/graphql?${query.toString()}`);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

it('is switched off without a client id, and pages are told so', async () => {
  const off = await testServer();
  const config = '{ clientConfig { google { clientId scriptUrl } } }';
  expect((await off.anonymous().data(config)).clientConfig).toEqual({ google: null });
  expect((await off.anonymous().query('mutation { prepareGoogleSignIn }')).code).toBe('FORBIDDEN');
  expect((await server.anonymous().data(config)).clientConfig).toEqual({
    google: { clientId: issuer.clientId, scriptUrl: 'https://accounts.google.com/gsi/client' },
  });
});

/** Failures are counted for each address, and all tests have the same one. */
function freshServer(): Promise<TestServer> {
  return testServer({ environment: issuer.environment });
}

/** A good signature below a header that is none of Google's. */
async function signAs(alg: string, claims: Claims): Promise<string> {
  const content = `${encode({ alg, kid: issuer.kid })}.${encode(claims)}`;
  const signature = await webcrypto.subtle.sign(
    'RSASSA-PKCS1-v1_5',
    issuer.privateKey,
    new TextEncoder().encode(content),
  );
  return `${content}.${Buffer.from(signature).toString('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
