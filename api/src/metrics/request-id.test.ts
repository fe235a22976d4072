import { registry } from '@crowd-recital/core/metrics/registry.js';
import { aSession, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
const end = `mutation End($sessionId: ID!) {
  endSession(sessionId: $sessionId, audioSegments: 1, textSegments: 0, durationSeconds: 2, discardedSequences: []) { id }
}`;

async function valueOf(name: string, labels: Record<string, string> = {}): Promise<number> {
  const metric = (await registry.getMetricsAsJSON()).find((each) => each.name === name);
  const found = metric?.values.find((value) =>
    Object.entries(labels).every(([label, wanted]) => value.labels[label] === wanted),
  );
  return found?.value ?? 0;
}

it('follows a recital from the upload through the end to the job of the workers', async () => {
  const em = server.database.em();
  const speaker = await aUser(em);
  const session = await aSession(em, speaker);
  const before = await valueOf('recital_uploaded_bytes_total');
  const upload = await server
    .as(speaker)
    .upload({ sessionId: session.id, sequence: 0, bytes: someBytes(20_000) });
  expect(upload.errors).toEqual([]);
  expect((await valueOf('recital_uploaded_bytes_total')) - before).toBe(20_000);

  const ended = await server
    .as(speaker)
    .query(end, { sessionId: session.id }, { 'x-request-id': 'from-nginx-0123456789' });
  expect(ended.errors).toEqual([]);
  expect(ended.headers.get('x-request-id')).toBe('from-nginx-0123456789');
  const jobs = await em.execute<{ data: unknown }[]>(
    `select data from agenda.agenda_jobs where name = 'finalise-session'`,
  );
  expect(jobs).toEqual([{ data: { sessionId: session.id, requestId: 'from-nginx-0123456789' } }]);

  const lines = server
    .log()
    .split('\n')
    .filter((line) => line.includes('request completed'));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { operation: 'Upload', sessionId: session.id, req: { id: upload.headers.get('x-request-id') } },
    { operation: 'End', sessionId: session.id, req: { id: 'from-nginx-0123456789' } },
  ]);
});

it('counts what was refused apart from what failed', async () => {
  const refused = () => valueOf('recital_uploads_total', { outcome: 'refused' });
  const before = await refused();
  const answer = await server
    .as(await aUser(server.database.em()))
    .upload({ sessionId: 'nobodys', sequence: 0, bytes: someBytes(10) });
  expect(answer.code).toBe('NOT_FOUND');
  expect((await refused()) - before).toBe(1);
});

it('believes no request id of a caller that is no trusted proxy, and none that could not be one', async () => {
  const given = await server.anonymous().query('{ totals { recordings } }', {}, { 'x-request-id': 'a b' });
  expect(given.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  const other = await testServer();
  const answer = await other
    .anonymous()
    .query('{ totals { recordings } }', {}, { 'x-request-id': 'from-somebody' });
  expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});
