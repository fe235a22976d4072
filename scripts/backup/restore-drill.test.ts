import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContentStore } from '@crowd-recital/core/storage/create-content-store.js';
import { loadConfig } from '@crowd-recital/core/config/config.js';
import { testDatabase } from '@crowd-recital/core/test/database.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { afterAll, expect, it } from 'vitest';
import { callAdmin } from '../../cli/test/admin-call.js';
import { anEndedRecital } from '../../cli/test/recital.js';

const root = path.resolve(import.meta.dirname, '../..');
const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'restore drill '));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs one of the two commands as it is typed, without the door that looks for packages. */
async function run(
  name: 'backup' | 'restore',
  environment: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<{ code: number | null; output: string }> {
  const main = path.join(root, 'scripts', name, 'main.ts');
  const child = spawn(process.execPath, ['--conditions=development', '--import=tsx', main, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, INIT_CWD: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

it('brings a finished recital from one machine to an embedded database on another one, whole', async () => {
  const first = { databaseUrl: database.connectionString, dataFolder: path.join(folder, 'first') };
  const place = { DB_CONNECTION_STR: first.databaseUrl, ROOT_DATA_FOLDER: first.dataFolder };
  const store = await createContentStore(loadConfig(place));
  const em = database.em();
  await anEndedRecital(em, store, await aUser(em));
  expect(await callAdmin(first, 'finalize-sessions')).toMatchObject({ code: 0 });

  expect(await run('backup', place, 'taken', '--content')).toMatchObject({ code: 0 });

  const second = { ROOT_DATA_FOLDER: path.join(folder, 'second') };
  const restored = await run('restore', second, 'taken');
  expect(restored.output).toContain('Database and stored files agree.');
  expect(restored.code).toBe(0);

  const again = await run('restore', second, 'taken');
  expect(again).toMatchObject({
    code: 1,
    output: expect.stringContaining('add: --replace recital') as string,
  });
});
