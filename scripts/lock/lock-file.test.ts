import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLockFile, takeLockFile, waitForLockFile } from './lock-file.mjs';
import { identifyProcess, isAlive } from './process-identity.mjs';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
  path = join(folder, 'run', 'some.lock');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function deadProcess() {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  const identity = identifyProcess(child.pid ?? 0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return identity;
}

test('a second taker is told who has it', () => {
  const first = takeLockFile(path, { address: 'here' });
  const second = takeLockFile(path, null);
  expect('held' in first).toBe(true);
  expect(second).toMatchObject({ holder: { pid: process.pid, details: { address: 'here' } } });
});

test('it can be taken again after it was given back', () => {
  const first = takeLockFile(path, null);
  if ('held' in first) first.held.release();
  expect(existsSync(path)).toBe(false);
  expect('held' in takeLockFile(path, null)).toBe(true);
});

test('the lock of a dead process is taken over, with what it left behind', async () => {
  takeLockFile(path, null);
  writeFileSync(path, JSON.stringify({ ...(await deadProcess()), details: { children: [7] } }));
  const taken = takeLockFile(path, null);
  expect(taken).toMatchObject({ held: { previous: { details: { children: [7] } } } });
  expect(readLockFile(path)).toMatchObject({ pid: process.pid });
});

test('a living process that got the number of a dead one does not hold its lock', () => {
  takeLockFile(path, null);
  writeFileSync(path, JSON.stringify({ pid: process.pid, startTime: 'long ago', details: null }));
  expect('held' in takeLockFile(path, null)).toBe(true);
});

test('what the holder tells is replaced as a whole', () => {
  const taken = takeLockFile(path, { state: 'starting' });
  if ('held' in taken) taken.held.update({ state: 'running' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    pid: process.pid,
    details: { state: 'running' },
  });
});

test('of many that find a stale lock at the same moment exactly one gets it', async () => {
  takeLockFile(path, null);
  writeFileSync(path, JSON.stringify({ ...(await deadProcess()), details: null }));
  const module = new URL('lock-file.mjs', import.meta.url).href;
  const script = `import(${JSON.stringify(module)}).then(({ takeLockFile }) => {
    process.stdout.write('held' in takeLockFile(${JSON.stringify(path)}, null) ? 'won' : 'lost');
    process.stdin.resume();
  })`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const outcomes = await Promise.all(
    children.map(async (child) => {
      const [data] = (await once(child.stdout, 'data')) as [Buffer];
      return data.toString();
    }),
  );
  for (const child of children) child.stdin.end();
  await Promise.all(children.map((child) => once(child, 'exit')));
  expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
});

test('waiting ends when the holder gives it back', async () => {
  const taken = takeLockFile(path, null);
  let waited = false;
  const second = waitForLockFile(path, () => {
    waited = true;
    if ('held' in taken) taken.held.release();
  });
  await second;
  expect(waited).toBe(true);
});

test('a process that has ended is not alive', async () => {
  const self = identifyProcess(process.pid);
  expect(self !== null && isAlive(self)).toBe(true);
  const dead = await deadProcess();
  expect(dead !== null && isAlive(dead)).toBe(false);
});
