import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, afterEach, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.js';
import { aSession, aUser } from '../../test/factories.js';
import { freePort } from '../../test/free-port.js';
import { Readiness } from '../health/readiness.js';
import { ContentMissingError, type ContentStore } from '../storage/content-store.js';
import { LocalContentStore } from '../storage/local-content-store.js';
import { MeasuredStore } from './measured-store.js';
import { startOperatorsServer } from './operators-server.js';

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'recital-metrics-'));
const store = new LocalContentStore(folder);
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(given: { port?: number; needsQueue?: boolean } = {}) {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const readiness = new Readiness({
    orm: database.orm,
    store,
    log,
    needsQueue: given.needsQueue ?? true,
  });
  const port = given.port ?? (await freePort());
  const options = { host: '127.0.0.1', port, name: 'api', version: '1.2.3', readiness, log };
  stops.push(await startOperatorsServer({ ...options, em: () => database.em() }));
  const get = async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`);
    return { status: response.status, text: await response.text() };
  };
  return { port, readiness, get, log: () => lines.join('') };
}

/** The value of one line of `/metrics`. */
function valueOf(metrics: string, line: string): number {
  const found = metrics.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length));
}

it('tells that the process lives, and whether it can work', async () => {
  const { get, readiness } = await start();
  expect(await get('/healthz')).toMatchObject({ status: 200 });
  expect(await get('/readyz')).toEqual({
    status: 200,
    text: '{"status":"ok","checks":{"database":"ok","schema":"ok","queue":"ok","storage":"ok"}}',
  });
  readiness.stop();
  expect(await get('/readyz')).toMatchObject({ status: 503 });
  expect((await get('/healthz')).status).toBe(200);
  expect((await get('/elsewhere')).status).toBe(404);
});

it('is not ready before the migrations of its release have run', async () => {
  const em = database.em();
  const [last] = await em.execute<{ name: string }[]>(
    'delete from mikro_orm_migrations where id = (select max(id) from mikro_orm_migrations) returning name',
  );
  const { get } = await start();
  expect(await get('/readyz')).toMatchObject({
    status: 503,
    text: expect.stringContaining('"schema":"away"') as string,
  });
  await em.execute('insert into mikro_orm_migrations (name) values (?)', [last?.name]);
  expect((await get('/readyz')).status).toBe(200);
});

it('tells Prometheus what waits, and for how long', async () => {
  const em = database.em();
  const session = await aSession(em, await aUser(em));
  const { get } = await start();
  expect(valueOf((await get('/metrics')).text, 'recital_queue_age_seconds{work="finalise"}')).toBe(0);
  await em.execute(
    `update recital_sessions set status = 'ended', content_version = 1, expected_audio_segments = 1,
       expected_text_segments = 0, last_content_at = now() - interval '10 minutes' where id = ?`,
    [session.id],
  );
  const waiting = (await get('/metrics')).text;
  expect(valueOf(waiting, 'recital_queue_sessions{work="finalise"}')).toBe(1);
  expect(valueOf(waiting, 'recital_queue_age_seconds{work="finalise"}')).toBeGreaterThan(590);
  await em.execute(
    `update recital_sessions set attention = 'missing-segments', attention_version = 1 where id = ?`,
    [session.id],
  );
  const flagged = (await get('/metrics')).text;
  expect(valueOf(flagged, 'recital_queue_sessions{work="finalise"}')).toBe(0);
  expect(valueOf(flagged, 'recital_attention_sessions{reason="missing-segments"}')).toBe(1);
  expect(valueOf(flagged, 'recital_build_info{process="api",version="1.2.3"}')).toBe(1);
});

it('goes on without it where the port is taken', async () => {
  const first = await start();
  const second = await start({ port: first.port });
  expect(second.log()).toContain('METRICS_PORT cannot be listened on');
});

it('counts what the store fails at, and not what is not there', async () => {
  const failing: ContentStore = Object.assign(Object.create(store) as LocalContentStore, {
    put: () => Promise.reject(new Error('No space left on device.')),
    get: (key: string) => Promise.reject(new ContentMissingError(key)),
  });
  const { get } = await start();
  const errors = async (operation: string) =>
    valueOf((await get('/metrics')).text, `recital_storage_errors_total{operation="${operation}"}`);
  const before = { put: await errors('put'), get: await errors('get') };
  const measured = new MeasuredStore(failing);
  await expect(measured.put('a/b', Readable.from(['x']), 'text/plain')).rejects.toThrow('No space');
  await expect(measured.get('a/b')).rejects.toThrow(ContentMissingError);
  expect({ put: await errors('put'), get: await errors('get') }).toEqual({ ...before, put: before.put + 1 });
});
