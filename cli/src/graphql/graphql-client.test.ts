import { afterEach, expect, test } from 'vitest';
import { startAnsweringServer, type Answer } from '../../test/answering-server.js';
import { createGraphqlClient } from './graphql-client.js';
import { operation } from './operation.js';
import { withRetries } from './with-retries.js';

const question = operation<{ answer: number }, { file?: Blob; of?: string }>('query Question { answer }');

let server: Awaited<ReturnType<typeof startAnsweringServer>> | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function serve(...answers: [Answer, ...Answer[]]) {
  server = await startAnsweringServer(answers);
  return server;
}

const right: Answer = { body: '{"data":{"answer":42}}' };
const refusal = (code: string, extensions = {}): Answer => ({
  body: JSON.stringify({
    data: null,
    errors: [{ message: `Because ${code}.`, extensions: { code, ...extensions } }],
  }),
});

test('a call is JSON with the token, and passes the server’s check against forgery', async () => {
  const { url, received } = await serve(right);
  await expect(createGraphqlClient(url, 'secret').call(question, { of: 'ל' })).resolves.toEqual({
    answer: 42,
  });
  expect(received[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'apollo-require-preflight': '1',
    authorization: 'Bearer secret',
  });
});

test('a file among the variables makes it a multipart request', async () => {
  const { url, received } = await serve(right);
  await createGraphqlClient(url).call(question, { file: new Blob(['voice'], { type: 'audio/flac' }) });
  expect(received[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  const body = received[0]?.body ?? '';
  expect(body.indexOf('name="operations"')).toBeLessThan(body.indexOf('name="map"'));
  expect(body.indexOf('{"0":["variables.file"]}')).toBeLessThan(body.indexOf('Content-Type: audio/flac'));
  expect(body).toContain('"file":null');
  expect(body).toContain('\r\nvoice\r\n');
});

test.each<[string, Answer, object]>([
  ['a refusal', refusal('CONFLICT'), { code: 'CONFLICT', message: 'Because CONFLICT.', isPassing: false }],
  ['a limit', refusal('RATE_LIMITED', { retryAfterSeconds: 2 }), { retryAfterSeconds: 2, isPassing: true }],
  ['a page', { body: '<html>' }, { code: null, httpStatus: 200, isPassing: false }],
  ['null', { body: 'null' }, { code: null, httpStatus: 200, isPassing: false }],
  [
    'a proxy without a server',
    { status: 502, body: 'Bad gateway' },
    { code: null, httpStatus: 502, isPassing: true },
  ],
  ['a broken connection', 'hang-up', { code: null, httpStatus: null, isPassing: true }],
])('%s becomes a failure that tells what it was', async (_, answer, failure) => {
  const { url } = await serve(answer);
  await expect(createGraphqlClient(url).call(question, {})).rejects.toMatchObject({
    name: 'CallFailure',
    ...failure,
  });
});

test('nobody there: the failure names the reason', async () => {
  const { url, stop } = await serve(right);
  await stop();
  await expect(createGraphqlClient(url).call(question, {})).rejects.toMatchObject({
    message: 'ECONNREFUSED',
    httpStatus: null,
  });
});

test('what passes is tried again until it has passed', async () => {
  const { url, received } = await serve('hang-up', { status: 503, body: '' }, right);
  const client = createGraphqlClient(url);
  await expect(withRetries(() => client.call(question, {}))).resolves.toEqual({ answer: 42 });
  expect(received).toHaveLength(3);
});

test('what does not pass is not tried again', async () => {
  const { url, received } = await serve(refusal('BAD_USER_INPUT'), right);
  const client = createGraphqlClient(url);
  await expect(withRetries(() => client.call(question, {}))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
  expect(received).toHaveLength(1);
});

test('patience ends', async () => {
  const { url } = await serve('hang-up');
  const client = createGraphqlClient(url);
  await expect(withRetries(() => client.call(question, {}), 600)).rejects.toMatchObject({ httpStatus: null });
});
