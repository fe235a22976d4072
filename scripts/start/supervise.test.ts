import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFreePort } from '../embedded-postgres/free-port.js';
import type { LockHolder } from '../lock/lock-file.mjs';
import { isAlive, processStartTime } from '../lock/process-identity.mjs';
import { typescriptCommand } from '../processes/typescript-command.js';
import { root } from './stack-plan.js';
import type { SupervisorDetails } from './supervisor-lock.js';

let folder: string;
let port: number;
let runs: Run[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'supervise test '));
  port = await findFreePort();
  runs = [];
});

afterEach(async () => {
  for (const run of runs) {
    run.process.kill('SIGTERM');
    await run.ended;
  }
  rmSync(folder, { recursive: true });
});

interface Run {
  process: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
  ready: Promise<void>;
}

function start(drainMs = 0): Run {
  const script = join(root, 'scripts', 'start', 'stand-in', 'main.ts');
  const [node, ...args] = typescriptCommand(script, [String(port), String(drainMs)]);
  const env = { ...process.env, ROOT_DATA_FOLDER: folder, NODE_ENV: 'development', DB_CONNECTION_STR: '' };
  const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let text = '';
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const ready = new Promise<void>((done, fail) => {
    const add = (data: Buffer) => {
      text += data.toString();
      if (text.includes('is ready')) done();
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    void ended.then(() => fail(new Error(`It ended before it was ready:\n${text}`)));
  });
  ready.catch(() => undefined);
  const run = { process: child, output: () => text, ended, ready };
  runs.push(run);
  return run;
}

function lockContent(): LockHolder & { details: SupervisorDetails } {
  return JSON.parse(readFileSync(join(folder, 'run', 'supervisor.json'), 'utf8')) as LockHolder & {
    details: SupervisorDetails;
  };
}

function postmasterPid(): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'));
}

async function answer(): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}/`)).text();
}

test('it starts, says where and how, and SIGTERM stops all of it with exit code 0', async () => {
  const run = start();
  await run.ready;
  expect(await answer()).toBe('ready');
  expect(run.output()).toContain(`http://localhost:${port}/admin/`);
  expect(run.output()).toContain('speaker@localhost');
  expect(run.output()).not.toContain('not for the terminal');
  const { children } = lockContent().details;
  const postmaster = postmasterPid();
  run.process.kill('SIGTERM');
  expect(await run.ended).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
  expect(processStartTime(postmaster)).toBeNull();
});

test('a second start says in one sentence that it already runs, and where', async () => {
  const first = start();
  await first.ready;
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output().trim()).toBe(
    `Crowd Recital already runs in this folder (process ${first.process.pid}): http://localhost:${port}`,
  );
  expect(await answer()).toBe('ready');
});

test('a taken port ends the start with exit code 1 and leaves nothing running', async () => {
  const other = createServer().listen(port, '127.0.0.1');
  await once(other, 'listening');
  const run = start();
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain(`Port ${port} of 127.0.0.1 is taken by another program`);
  expect(postmasterOrNull()).toBeNull();
  other.close();
});

function postmasterOrNull(): number | null {
  try {
    return postmasterPid();
  } catch {
    return null;
  }
}

test('after everything was killed it recovers', async () => {
  const first = start();
  await first.ready;
  const pids = [lockContent().pid, ...lockContent().details.children.map(({ pid }) => pid), postmasterPid()];
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await first.ended;
  const second = start();
  await second.ready;
  expect(await answer()).toBe('ready');
});

test('after the supervisor alone was killed it waits for what drains, and recovers', async () => {
  const first = start(1_500);
  await first.ready;
  const { children } = lockContent().details;
  const postmaster = postmasterPid();
  first.process.kill('SIGKILL');
  await first.ended;
  expect(children.filter(isAlive)).toHaveLength(2);
  const second = start();
  await second.ready;
  expect(children.filter(isAlive)).toEqual([]);
  expect(processStartTime(postmaster)).toBeNull();
  expect(await answer()).toBe('ready');
});

test('one that stops is waited for', async () => {
  const first = start(1_500);
  await first.ready;
  first.process.kill('SIGTERM');
  const second = start();
  await second.ready;
  expect(await first.ended).toBe(0);
  expect(await answer()).toBe('ready');
});

test('signals that come together are one request, and a later second one does not break the drain', async () => {
  const run = start(1_500);
  await run.ready;
  for (let copy = 0; copy < 3; copy += 1) run.process.kill('SIGINT');
  await expect.poll(run.output, { timeout: 60_000 }).toContain('Stopping');
  // Longer than what counts as one press.
  await new Promise((done) => setTimeout(done, 800));
  run.process.kill('SIGINT');
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain('Still stopping');
});

test('it stops when the process that launched it is gone', async () => {
  const run = start();
  await run.ready;
  run.process.disconnect();
  expect(await run.ended).toBe(0);
});

test('a killed child and a killed database are started again', async () => {
  const run = start();
  await run.ready;
  const postmaster = postmasterPid();
  process.kill(postmaster, 'SIGKILL');
  await vi.waitUntil(() => ![null, postmaster].includes(postmasterOrNull()), { timeout: 60_000 });
  await expect.poll(() => answer().catch(String), { timeout: 60_000 }).toBe('ready');
  const findApi = () => lockContent().details.children.find(({ name }) => name === 'api');
  // Never a pid of 0: that is everybody in the group of the tests.
  process.kill((await vi.waitUntil(findApi, { timeout: 60_000 })).pid, 'SIGKILL');
  await expect.poll(run.output, { timeout: 60_000 }).toContain('api ended unexpectedly (signal SIGKILL)');
  await expect.poll(() => answer().catch(String), { timeout: 60_000 }).toBe('ready');
});
