import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '@crowd-recital/core/test/database.js';
import { aSession, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { freePort } from '@crowd-recital/core/test/free-port.js';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { multipartBody, boundary, RawRequest, uploadParts } from '../test/raw-request.js';
import { AccessTokens } from './auth/access-token.js';

const database = await testDatabase();
const dataFolder = await mkdtemp(path.join(tmpdir(), 'recital-main-'));
const secret = 'a secret for tests that is long enough';
const children: ChildProcess[] = [];

/** Starting a process takes its time on a busy machine. Milliseconds. */
const patience = 60_000;

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

/** The server as the supervisor starts it. */
function start(port: number | string, metricsPort = 0): ChildProcess & { output: () => string } {
  const api = fileURLToPath(new URL('..', import.meta.url));
  const child = fork(path.join(api, 'src', 'main.ts'), {
    cwd: api,
    execArgv: ['--conditions=development', '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DB_CONNECTION_STR: database.connectionString,
      ROOT_DATA_FOLDER: dataFolder,
      ACCESS_TOKEN_SECRET_KEY: secret,
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
    },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return Object.assign(child, { output: () => output });
}

async function ready(child: ChildProcess & { output: () => string }): Promise<void> {
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`It ended:\n${child.output()}`);
    }),
  ])) as [unknown];
  expect(message).toEqual({ type: 'ready' });
}

it('says when it is ready, and ends when its supervisor goes away', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = start(port, metricsPort);
  await ready(child);
  expect((await fetch(`http://127.0.0.1:${port}/api/readyz`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${metricsPort}/readyz`)).status).toBe(200);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('says that its port is taken, in one sentence', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const child = start(port);
  const [code] = (await once(child, 'exit')) as [number];
  holder.close();
  expect(code).toBe(1);
  expect(child.output()).toContain(
    `Port ${port} of 127.0.0.1 is taken by another program. End that one, or set PORT`,
  );
  expect(child.output()).not.toContain('    at ');
});

it('ends idle connections at once when it stops, and itself when the upload that is under way has its answer', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = start(port, metricsPort);
  await ready(child);
  const em = database.em();
  const speaker = await aUser(em);
  const session = await aSession(em, speaker);
  const { token } = await new AccessTokens(secret, 60).issue(speaker);
  const body = multipartBody(uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes(200_000) }));
  const upload = new RawRequest(port).head({
    authorization: `Bearer ${token}`,
    'apollo-require-preflight': '1',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': body.length,
  });
  upload.write(body.subarray(0, 100_000));
  const kept = new RawRequest(port)
    .head({ 'content-type': 'application/json', 'content-length': 2 })
    .write('{}');
  // Longer than a proxy in front keeps it: nginx and AWS 60 s.
  const { head } = await kept.answer();
  expect(Number(/^keep-alive: timeout=(\d+)$/im.exec(head)?.[1])).toBeGreaterThan(60);
  const segments = path.join(dataFolder, 'content', session.id, 'segments');
  await vi.waitFor(async () => expect(await readdir(segments)).toHaveLength(1), patience);
  child.kill('SIGTERM');
  await vi.waitFor(() => expect(child.output()).toContain('"signal":"SIGTERM"'), patience);
  expect(await (await fetch(`http://127.0.0.1:${metricsPort}/readyz`)).json()).toMatchObject({
    status: 'stopping',
  });
  await kept.closed;
  upload.write(body.subarray(100_000));
  expect(await upload.answer()).toMatchObject({
    status: 200,
    head: expect.stringContaining('\r\nConnection: close\r\n') as string,
    body: { data: { uploadAudioSegment: { sequence: 0 } } },
  });
  expect(await once(child, 'exit')).toEqual([0, null]);
});
