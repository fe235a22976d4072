import { mkdir, rm, truncate } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { ensureCluster, readPassword, superuser } from './cluster.js';
import { readLastPort, removeConnectionFile, writeConnectionFile } from './connection-file.js';
import { findFreePort } from './free-port.js';
import { endLivingPostmaster, endServer } from './postmaster.js';
import { awayFolder, prepareQuarters, type Quarters } from './quarters.js';
import { startServer, type RunningServer } from './server.js';

const database = 'recital';

/** How long a start goes on trying while something of a killed server still holds the cluster. */
const retryMs = 20_000;

/** Speed instead of safety, for data that is thrown away. Never for a product. */
const throwAwaySettings = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=200',
];

export interface EmbeddedPostgres {
  /** the product's database, as the superuser of this server */
  connectionString: string;
  version: string;
  port: number;
  pid: number;
  /** PostgreSQL's data directory; not always below the folder that was given (see quarters.ts) */
  cluster: string;
  /** settles when the server process has ended, for whatever reason */
  exited: Promise<void>;
  /** @param limitMs how long a clean end may take before a hard one; either loses nothing that was committed */
  stop: (limitMs?: number) => Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought along, on a free port of 127.0.0.1, and makes its database when
 * that is missing. What an earlier, killed start left behind (a half-made data directory, a stale pid file,
 * a living server) is put right first.
 * @param options.folder gets the data directory, `postgres.log` and `connection.json`
 * @param options.throwAway for tests: fast, unsafe, and `stop` removes the data
 */
export async function startEmbeddedPostgres(options: {
  folder: string;
  throwAway?: boolean;
}): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder);
  const throwAway = options.throwAway ?? false;
  await mkdir(folder, { recursive: true });
  const logFile = join(folder, 'postgres.log');
  await truncate(logFile).catch(() => undefined);

  const quarters = await prepareQuarters(folder, await findBinaries());
  await ensureCluster(quarters, !throwAway);
  const { server, port, urlOf } = await startOnFreePort(quarters, folder, {
    logFile,
    settings: throwAway ? throwAwaySettings : [],
  });
  const connectionString = urlOf(database);
  try {
    await createDatabase(urlOf('postgres'));
    await writeConnectionFile(folder, connectionString);
  } catch (error) {
    await endServer(server.identity);
    throw error;
  }

  return {
    connectionString,
    version: quarters.binaries.version.split('.').slice(0, 2).join('.'),
    port,
    pid: server.identity.pid,
    cluster: quarters.cluster,
    exited: server.exited,
    async stop(limitMs) {
      await endServer(server.identity, limitMs);
      await removeConnectionFile(folder);
      if (throwAway) await removeAll(folder, quarters);
    },
  };
}

async function startOnFreePort(
  quarters: Quarters,
  folder: string,
  { logFile, settings }: { logFile: string; settings: string[] },
): Promise<{ server: RunningServer; port: number; urlOf: (database: string) => string }> {
  const password = await readPassword(quarters.cluster);
  const end = Date.now() + retryMs;
  let preferred = await readLastPort(folder);
  for (;;) {
    const port = await findFreePort(preferred);
    const urlOf = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${port}/${name}`;
    const outcome = await startServer(quarters, { port, logFile, settings, adminUrl: urlOf('postgres') });
    if ('identity' in outcome) return { server: outcome, port, urlOf };
    if (outcome.fault === 'other' || Date.now() > end) {
      throw new Error(`PostgreSQL did not start. Its last words (${logFile}):\n${outcome.log}`);
    }
    preferred = null;
    await endLivingPostmaster(quarters.cluster);
    await sleep(300);
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function removeAll(folder: string, { cluster }: Quarters): Promise<void> {
  await rm(cluster, { recursive: true, force: true });
  await rm(awayFolder(folder), { recursive: true, force: true });
  await rm(join(folder, 'postgres.log'), { force: true });
}
