import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import { buildServers } from '../../../scripts/build/build-servers.js';
import { findFreePort } from '../../../scripts/embedded-postgres/free-port.js';
import { startEmbeddedPostgres } from '../../../scripts/embedded-postgres/start-embedded-postgres.js';
import { appendReport } from '../report.js';
import { table } from '../table.js';
import { compareUnderLoad, compareAtFullSpeed, type Compared } from './compare.js';
import { startServer, type ServerProcess } from '../server-process.js';
import { apiSettings, gatherReciters } from './reciters.js';
import { toApi, toBareRoute } from './targets.js';

/** How much to measure. */
export interface UploadsBenchmark {
  readonly speakers: readonly number[];
  readonly seconds: number;
  /** Folder that gets a CPU profile of the API; undefined: none is made. */
  readonly profile: string | undefined;
}

const root = resolve(import.meta.dirname, '../../..');
/** Of the throughput of the bare route. */
const leastShare = 0.5;
const connections = 50;

/**
 * Sends segments to the API and, by turns, to a bare route on the same disk. PostgreSQL and both servers are processes
 * of their own, as deployed; whoever sends shares the machine with them.
 * @returns false when the API takes in less than half of what the bare route does.
 */
export async function runUploads(given: UploadsBenchmark): Promise<boolean> {
  await buildServers(root);
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const servers: ServerProcess[] = [];
  try {
    await migrate(postgres.connectionString);
    const reciters = await gatherReciters(
      postgres.connectionString,
      Math.max(...given.speakers, connections),
    );
    const [apiPort, barePort] = [await findFreePort(), await findFreePort()];
    const api = await startApi(apiPort, postgres.connectionString, folder, given.profile);
    servers.push(api);
    const bare = await startBareRoute(barePort, join(folder, 'bare'));
    servers.push(bare);
    const compared: Compared = {
      api: { attempt: toApi(apiPort, reciters), pids: { api: api.pid, postgres: postgres.pid } },
      bare: { attempt: toBareRoute(barePort), pids: { bare: bare.pid } },
    };
    return await report(compared, given);
  } finally {
    for (const server of servers) await server.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function report(compared: Compared, { speakers, seconds }: UploadsBenchmark): Promise<boolean> {
  const loads = await compareUnderLoad(compared, speakers, seconds);
  const { rows, share, summary } = await compareAtFullSpeed(compared, connections, secondsOfTurn(seconds));
  const verdict = share >= leastShare ? 'held' : 'missed';
  const goal = `Ratio ${share.toFixed(2)} (goal: at least ${leastShare}, ${verdict}). ${summary}`;
  console.log(`\n${table(loads)}\n\n${table(rows)}\n\n${goal}`);
  await appendReport('uploads', [loads, rows], goal);
  return share >= leastShare;
}

/** Of each turn at full speed: short, so that the machine is as fast for the one as for the other. */
function secondsOfTurn(secondsOfLoad: number): number {
  return Math.min(4, secondsOfLoad);
}

function startApi(
  port: number,
  databaseUrl: string,
  folder: string,
  profile: string | undefined,
): Promise<ServerProcess> {
  const settings = apiSettings(port, databaseUrl, join(folder, 'data'));
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`];
  return startServer(join(root, 'api', 'dist', 'main.js'), settings, profiling);
}

async function startBareRoute(port: number, folder: string): Promise<ServerProcess> {
  await mkdir(folder);
  return startServer(join(import.meta.dirname, 'bare-route.ts'), {
    PORT: String(port),
    BENCH_FOLDER: folder,
  });
}
