import { aSession, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { describe, expect, it, vi } from 'vitest';
import { testServer } from '../../test/server.js';

/** What the store does instead of storing; undefined: it stores. */
let instead: (() => Promise<never>) | undefined;

function storeThatMayFail(local: ContentStore): ContentStore {
  return new Proxy(local, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return name === 'put' && instead !== undefined ? instead : (value.bind(target) as unknown);
    },
  });
}

const server = await testServer({ store: storeThatMayFail, limits: { operation: 500 } });
const em = server.database.em();
const speaker = await aUser(em, { email: 'somebody.private@example.org', name: 'Private Person' });
const { id: sessionId } = await aSession(em, speaker);

describe('a fault of ours', () => {
  it('is masked, and the log has it under the number that the caller is told', async () => {
    instead = () => Promise.reject(new Error('secret detail of the disk'));
    const answer = await server.as(speaker).upload({ sessionId, sequence: 0, bytes: someBytes() });
    expect(answer.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(answer.errors)).not.toMatch(/secret detail|stack|\.ts/);
    const requestId = answer.headers.get('x-request-id') ?? 'none';
    expect(answer.errors[0]?.extensions.requestId).toBe(requestId);
    const line = server
      .log()
      .split('\n')
      .find((each) => each.includes('secret detail of the disk'));
    expect(line).toContain(requestId);
  });

  it('of the database is told without its statement and values', async () => {
    await server.database.em().execute('alter table users rename column email to hidden');
    try {
      const answer = await server
        .anonymous()
        .query('mutation { signInAsDevelopmentUser(email: "somebody.private@example.org") { accessToken } }');
      expect(answer.code).toBe('INTERNAL_SERVER_ERROR');
      expect(server.log()).toContain('The database refused a statement.');
      expect(server.log().includes('somebody.private')).toBe(false);
    } finally {
      await server.database.em().execute('alter table users rename column hidden to email');
    }
  });
});

describe('an operation that takes too long', () => {
  it('is answered in its place, and what it still does harms nothing', async () => {
    let release: (() => void) | undefined;
    instead = () =>
      new Promise((_resolve, reject) => {
        release = () => reject(new Error('at last'));
      });
    const answer = await server.as(speaker).upload({ sessionId, sequence: 1, bytes: someBytes() });
    expect(answer).toMatchObject({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    release?.();
    instead = undefined;
    const again = await server.as(speaker).upload({ sessionId, sequence: 1, bytes: someBytes() });
    expect(again.errors).toEqual([]);
  });
});

describe('a database that goes away', () => {
  it('is told as such, and served again once it is back', async () => {
    const client = server.as(speaker);
    await client.data('{ me { id } }');
    await server.database
      .em()
      .execute('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()')
      .catch(() => undefined);
    await vi.waitFor(async () => {
      const answer = await client.query('{ me { id } }');
      if (answer.errors.length > 0) expect(answer.code).toBe('UPSTREAM_UNAVAILABLE');
      expect(answer.errors).toEqual([]);
    }, 20_000);
  });
});

it('no log line holds a credential, an address or a name', async () => {
  const token = await server.token(speaker);
  await server.as(speaker).query('{ me { email } }', {}, { cookie: `recital=${token}` });
  await vi.waitFor(() => expect(server.log()).toContain('request completed'), 20_000);
  for (const secret of [token, 'somebody.private', 'Private Person', server.config.auth.accessTokenSecret]) {
    expect(server.log().includes(secret)).toBe(false);
  }
});
