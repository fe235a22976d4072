import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { limits } from '@crowd-recital/core/test/factories.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import { recite, shortRecital } from '../test/recite.js';
import { openWorkshop, type Workshop } from '../test/workshop.js';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let workshop: Workshop;
const processes: ChildProcess[] = [];

beforeAll(async () => {
  workshop = await openWorkshop();
});

afterEach(() => {
  for (const child of processes.splice(0)) child.kill('SIGKILL');
});

/** The jobs as a process of their own, as the supervisor starts them. */
function start(databaseUrl: string): { readonly child: ChildProcess; readonly output: () => string } {
  const child = fork(main, {
    execArgv: ['--conditions=development', '--import=tsx'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DB_CONNECTION_STR: databaseUrl,
      ROOT_DATA_FOLDER: workshop.dataFolder,
    },
    silent: true,
  });
  processes.push(child);
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  return { child, output: () => chunks.join('') };
}

async function working(): Promise<ReturnType<typeof start>> {
  const started = start(workshop.database.connectionString);
  const [message] = (await once(started.child, 'message')) as [unknown];
  expect(message).toEqual({ type: 'ready' });
  return started;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the jobs process', () => {
  it('says that it is ready, finishes a recital that ends, and stops on SIGTERM with exit code 0', async () => {
    const { child, output } = await working();
    const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
    await endSession(
      { em: workshop.database.em(), limits, finalisationDisabled: false },
      {
        userId: session.user.id,
        sessionId: session.id,
        audioSegments: 3,
        textSegments: 1,
        durationSeconds: 2,
        discardedSequences: [],
        endReason: 'finished',
      },
    );
    await vi.waitFor(async () => expect((await workshop.row(session)).status).toBe('uploaded'), {
      timeout: 30_000,
    });
    expect(await workshop.fsck()).toEqual([]);
    const exited = exitCode(child);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(output()).toContain('"msg":"stopped"');
  });

  it('stops by itself when its supervisor is gone', async () => {
    const { child } = await working();
    const exited = exitCode(child);
    child.disconnect();
    expect(await exited).toBe(0);
  });

  it('says in a sentence what is wrong with the configuration, and exits with 1', async () => {
    const { child, output } = start('');
    expect(await exitCode(child)).toBe(1);
    expect(output()).toMatch(/DB_CONNECTION_STR/);
    expect(output()).not.toMatch(/ {4}at /);
  });
});
