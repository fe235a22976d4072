import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start-embedded-postgres.js';

let folder: string;
let running: EmbeddedPostgres | null = null;

beforeEach(() => {
  // Longer than a socket's path may be, with a space, and closed to others.
  folder = join(mkdtempSync(join(tmpdir(), 'postgres test ')), 'a'.repeat(90), 'postgres');
});

afterEach(async () => {
  await running?.stop();
  running = null;
  rmSync(join(folder, '..', '..'), { recursive: true });
});

async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ folder, throwAway: true });
  return running;
}

async function query<Row extends pg.QueryResultRow>(connectionString: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function keepOneRow({ connectionString }: EmbeddedPostgres): Promise<void> {
  await query(connectionString, 'create table kept as select 42 as answer');
  await query(connectionString, 'checkpoint');
}

async function expectTheRow({ connectionString }: EmbeddedPostgres): Promise<void> {
  expect(await query(connectionString, 'select answer from kept')).toEqual([{ answer: 42 }]);
}

test('the database is UTF-8, sees Hebrew, and only its owner can read how to open it', async () => {
  const { connectionString, cluster } = await start();
  expect(await query(connectionString, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
  await query(connectionString, 'create extension pg_trgm');
  const [row] = await query<{ count: number }>(
    connectionString,
    "select cardinality(show_trgm('שלום')) as count",
  );
  expect(row?.count).toBe(5);
  expect(JSON.parse(readFileSync(join(folder, 'connection.json'), 'utf8'))).toEqual({ connectionString });
  expect(statSync(join(folder, 'connection.json')).mode & 0o777).toBe(0o600);
  expect(statSync(cluster).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(cluster, '..')).filter((name) => name.includes('making'))).toEqual([]);
});

test('a wrong password does not open it', async () => {
  const { connectionString } = await start();
  const wrong = new URL(connectionString);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('a stop ends the process although a client is connected, and takes back the connection file', async () => {
  const { connectionString, pid, stop, exited } = await start();
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  await stop();
  await exited;
  expect(existsSync(`/proc/${pid}`)).toBe(false);
  expect(existsSync(join(folder, 'connection.json'))).toBe(false);
});

test('after its server was killed it starts again on the same port, with all that was committed', async () => {
  const first = await start();
  await keepOneRow(first);
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start();
  await expectTheRow(second);
  expect(second.connectionString).toBe(first.connectionString);
});

test('a server that an earlier start left running is replaced', async () => {
  const first = await start();
  await keepOneRow(first);
  const second = await start();
  await first.exited;
  expect(second.pid).not.toBe(first.pid);
  await expectTheRow(second);
});

test('a pid file that names a foreign living process is no obstacle, and that process lives on', async () => {
  const first = await start();
  await keepOneRow(first);
  const pidFile = join(first.cluster, 'postmaster.pid');
  const content = readFileSync(pidFile, 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const foreign = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(foreign, 'spawn');
  writeFileSync(pidFile, content.replace(/^\d+/, String(foreign.pid)));
  await expectTheRow(await start());
  expect(foreign.exitCode).toBeNull();
  foreign.stdin.end();
  await once(foreign, 'exit');
});

test('a data directory whose making was broken off is made anew', async () => {
  const half = join(folder, 'making-1-abcdef');
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'PG_VERSION'), '18\n');
  const { connectionString } = await start();
  expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(existsSync(half)).toBe(false);
});
