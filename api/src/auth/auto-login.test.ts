import { ConfigError, loadConfig } from '@crowd-recital/core/config/config.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { describe, expect, it } from 'vitest';
import { callWithHost } from '../../test/call-with-host.js';
import { testServer } from '../../test/server.js';

const email = 'dev-speaker@example.org';
const environment = { DEV_AUTO_LOGIN_USER_EMAIL: email };
const server = await testServer({ environment });
const user = await aUser(server.database.em(), { email: email.toUpperCase() });
const question = JSON.stringify({ query: '{ clientConfig { developmentAutoLogin } me { email } }' });

describe('DEV_AUTO_LOGIN_USER_EMAIL', () => {
  it('signs an existing user in where nobody is, and every page can say so', async () => {
    const { data } = await server.anonymous().query('{ clientConfig { developmentAutoLogin } me { id } }');
    expect(data).toEqual({ clientConfig: { developmentAutoLogin: email }, me: { id: user.id } });
  });

  it('makes nobody who is not there', async () => {
    const empty = await testServer({ environment });
    expect((await empty.anonymous().query('{ me { id } }')).code).toBe('UNAUTHENTICATED');
  });

  it('gives way to whoever is signed in, and to a credential that is bad', async () => {
    const other = await aUser(server.database.em());
    const { me } = await server.as(other).data<{ me: { id: string } }>('{ me { id } }');
    expect(me.id).toBe(other.id);
    for (const headers of [{ authorization: 'Bearer nonsense' }, { cookie: 'recital=nonsense' }]) {
      expect((await server.anonymous().query('{ me { id } }', {}, headers)).code).toBe('UNAUTHENTICATED');
    }
  });

  it.each([
    ['is forwarded by a proxy', { 'x-forwarded-for': '203.0.113.7' }],
    ['calls us by another name', { host: 'evil.example' }],
    ['comes from a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['comes from a page that does not say where it stands', { origin: 'null' }],
  ])('signs nobody in who %s', async (_what, headers) => {
    const answer = await callWithHost(server, headers, question);
    expect(answer).toContain('"code":"UNAUTHENTICATED"');
    expect(answer.toLowerCase()).not.toContain(email);
  });

  it('is off where the server listens to other machines, unless those are let in', async () => {
    for (const [anywhere, expected] of [
      ['false', 'UNAUTHENTICATED'],
      ['true', undefined],
    ] as const) {
      const open = await testServer({
        environment: { ...environment, HOST: '0.0.0.0', DEV_SIGN_IN_ANYWHERE: anywhere },
      });
      await aUser(open.database.em(), { email });
      expect((await open.anonymous().query('{ me { id } }')).code).toBe(expected);
    }
  });

  it('keeps a production server from starting', () => {
    const production = {
      NODE_ENV: 'production',
      DB_CONNECTION_STR: 'postgres://x',
      PUBLIC_URL: 'https://recital.example',
      ACCESS_TOKEN_SECRET_KEY: 'x'.repeat(43),
    };
    expect(() => loadConfig(production)).not.toThrow();
    expect(() => loadConfig({ ...production, ...environment })).toThrow(ConfigError);
    expect(() => loadConfig({ ...production, ...environment })).toThrow('DEV_AUTO_LOGIN_USER_EMAIL: ');
  });
});
