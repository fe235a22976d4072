import { serverAudits } from 'graphql-http';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const url = `${server.url}/api/graphql`;

/**
 * Audits that we fail on purpose. GET is not served: 5A70, D6D5, 6A70. Apollo answers 400, not 200, to bad
 * documents under `application/json`: 572B, FDE2, 7B9B.
 */
const accepted = ['5A70', 'D6D5', '6A70', '572B', 'FDE2', '7B9B'];

describe('the audits of graphql-http', () => {
  it.each(serverAudits({ url }).map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (id, _name, audit) => {
      const result = await audit.fn();
      expect(result.status === 'ok' ? 'ok' : id).toSatisfy(
        (found: string) => found === 'ok' || accepted.includes(found),
      );
      expect(result.status).not.toBe('error');
    },
  );
});

describe('requests that a page of another site could make without asking', () => {
  const mutation = 'mutation { createTextFromPlainText(input: { language: EN, text: "One." }) { id } }';

  it.each([
    ['plain text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['no type at all', {}],
  ])('%s', async (_what, headers) => {
    const body = JSON.stringify({ query: mutation });
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(body) });
    expect([400, 401]).toContain(response.status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: {} }] });
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s', async (method) => {
    const response = await fetch(`${url}?query=${encodeURIComponent(mutation)}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });
});

describe('pages of other origins', () => {
  async function preflight(origin: string) {
    const response = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    return Object.fromEntries(response.headers);
  }

  it('may call without the cookie only, unless they are listed', async () => {
    const unlisted = await preflight('https://somewhere.example');
    expect(unlisted).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
    });
    expect(unlisted).not.toHaveProperty('access-control-allow-credentials');
  });

  it('may use the cookie when CORS_ALLOW_ORIGINS lists them', async () => {
    const origin = 'https://back-office.example';
    const listing = await testServer({ environment: { CORS_ALLOW_ORIGINS: origin } });
    const response = await fetch(`${listing.url}/api/graphql`, { method: 'OPTIONS', headers: { origin } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      vary: 'Origin',
    });
  });
});

describe('bodies that cannot be read are answered in JSON', () => {
  it.each([
    ['no JSON', '{', 'application/json', 400],
    ['an array of requests', '[{"query":"{ __typename }"}]', 'application/json', 400],
    ['another character set', '{}', 'application/json; charset=klingon', 415],
    ['too much of it', `{"query":"${'x'.repeat(300_000)}"}`, 'application/json', 413],
    ['nothing', '', 'application/json', 400],
  ])('%s', async (_what, body, type, status) => {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) as string }] });
  });

  it('and so are addresses that lead nowhere', async () => {
    const response = await fetch(`${server.url}/api/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});
