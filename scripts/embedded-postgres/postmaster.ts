import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { identifyProcess, isAlive, type ProcessIdentity } from '../lock/process-identity.mjs';
import { readPassword, superuser } from './cluster.js';

/** How long a server may take to end in an orderly way before it is made to. */
export const fastStopMs = 5_000;
const quitMs = 2_000;

interface PidFile {
  pid: number;
  port: number;
}

/**
 * Ends the server that an earlier, killed start left running on this cluster, and removes its pid file.
 * A pid file that names a process which is not that server (the number went to another one) is only removed;
 * the server itself still refuses to start while another one is attached to the cluster's shared memory.
 */
export async function endLivingPostmaster(cluster: string): Promise<void> {
  const pidFile = await readPidFile(cluster);
  if (pidFile === null) return;
  const identity = identifyProcess(pidFile.pid);
  if (identity !== null && (await isServerOf(cluster, pidFile))) await endServer(identity);
  await rm(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Stops a server: first at once but cleanly, then without a checkpoint (the next start recovers), then hard.
 * @param limitMs how long the clean way may take
 */
export async function endServer(server: ProcessIdentity, limitMs = fastStopMs): Promise<void> {
  // SIGTERM would wait for every client to leave.
  for (const [signal, wait] of [
    ['SIGINT', limitMs],
    ['SIGQUIT', quitMs],
    ['SIGKILL', quitMs],
  ] as const) {
    sendSignal(server, signal);
    const end = Date.now() + wait;
    while (Date.now() < end) {
      if (!isAlive(server)) return;
      await sleep(20);
    }
  }
}

function sendSignal(server: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isAlive(server)) return;
  try {
    process.kill(server.pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ESRCH') return;
    throw new Error(
      `The PostgreSQL of an earlier start (process ${server.pid}) belongs to another user and cannot be stopped. ` +
        'Stop it as that user, or start as that user.',
      { cause: error },
    );
  }
}

async function readPidFile(cluster: string): Promise<PidFile | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const lines = text.split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/**
 * A server works inside its data directory, wherever that was moved to since; this holds also for one that
 * hangs. Where the system does not tell, it is ours when our password opens it and it names our folder.
 */
async function isServerOf(cluster: string, { pid, port }: PidFile): Promise<boolean> {
  const workingFolder = await stat(`/proc/${pid}/cwd`).catch(() => null);
  if (workingFolder !== null) {
    const own = await stat(cluster);
    return workingFolder.ino === own.ino && workingFolder.dev === own.dev;
  }
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password: await readPassword(cluster),
    database: 'postgres',
    connectionTimeoutMillis: 3_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    return rows[0]?.folder === cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
