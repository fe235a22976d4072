import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { identifyProcess, type ProcessIdentity } from '../lock/process-identity.mjs';
import { runAs } from './account.js';
import { programOf } from './binaries.js';
import { serverEnvironment } from './cluster.js';
import type { Quarters } from './quarters.js';

/** Recovery after a power cut reads the log of the last minutes; longer than this something is wrong. */
const acceptLimitMs = 120_000;

/** A server process that accepts connections. */
export interface RunningServer {
  identity: ProcessIdentity;
  /** settles when the process has ended, for whatever reason */
  exited: Promise<void>;
}

/** Why a server did not come up. `busy` and `port` are worth another try. */
export interface StartFault {
  fault: 'busy' | 'port' | 'other';
  log: string;
}

/**
 * Starts the server and waits until it accepts connections.
 * @param options.settings further `name=value` settings
 * @param options.adminUrl an address that the server should then answer at
 */
export async function startServer(
  quarters: Quarters,
  options: { port: number; logFile: string; settings: string[]; adminUrl: string },
): Promise<RunningServer | StartFault> {
  const child = spawnServer(quarters, options);
  const state = { ended: false };
  const exited = new Promise<void>((done) => {
    child.on('exit', () => done());
    child.on('error', () => done());
  }).then(() => {
    state.ended = true;
  });
  await new Promise((done) => child.once('spawn', done).once('error', done));
  const identity = identifyProcess(child.pid ?? 0);

  const end = Date.now() + acceptLimitMs;
  while (!state.ended && identity !== null && Date.now() < end) {
    if (await accepts(options.adminUrl)) return { identity, exited };
    await Promise.race([sleep(25), exited]);
  }
  if (!state.ended) child.kill('SIGQUIT');
  return explain(await readFile(options.logFile, 'utf8'));
}

function spawnServer(
  { account, binaries, cluster }: Quarters,
  { port, logFile, settings }: { port: number; logFile: string; settings: string[] },
): ChildProcess {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    // A path longer than 107 bytes would be fatal, and nobody needs a socket.
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ];
  const { file, args, ...identity } = runAs(account, [
    programOf(binaries, 'postgres'),
    '-D',
    cluster,
    ...all.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(logFile, 'a', 0o600);
  try {
    // A group of its own: Ctrl-C in the terminal must not stop it before those who use it.
    return spawn(file, args, {
      ...identity,
      cwd: cluster,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(log: string): StartFault {
  const last = log.trim().split('\n').slice(-8).join('\n');
  // The helpers of a killed server need a moment to notice and let go of its memory.
  if (/shared memory block .* is still in use|lock file .* already exists/.test(last)) {
    return { fault: 'busy', log: last };
  }
  if (/could not bind IPv4 address|could not create any TCP\/IP sockets/.test(last)) {
    return { fault: 'port', log: last };
  }
  return { fault: 'other', log: last };
}
