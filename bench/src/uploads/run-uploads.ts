import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { migrate } from '@crowd-recital/core/db/migrate.js';
import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import { AccessTokens } from '@crowd-recital/api/auth/access-token.js';
import { buildChanged } from '../../../scripts/build/build-changed.js';
import { buildUnits } from '../../../scripts/build/build-units.js';
import { findFreePort } from '../../../scripts/embedded-postgres/free-port.js';
import { startEmbeddedPostgres } from '../../../scripts/embedded-postgres/start-embedded-postgres.js';
import { appendReport } from '../report.js';
import { table } from '../table.js';
import { closedLoop, openLoop, type Attempt, type LoadResult } from './load.js';
import { toApi, toBareRoute, type Reciter } from './targets.js';

/** How much to measure. */
export interface UploadsBenchmark {
  readonly speakers: readonly number[];
  readonly seconds: number;
}

const root = resolve(import.meta.dirname, '../../..');
const secret = 'a secret for a benchmark, long enough for one';
/** Of the throughput of the bare route. */
const leastShare = 0.5;
const connections = 50;

/**
 * Sends segments to the API and, by turns, to a bare route on the same disk. PostgreSQL and both servers are processes
 * of their own, as deployed; whoever sends shares the machine with them.
 * @returns false when the API takes in less than half of what the bare route does.
 */
export async function runUploads({ speakers, seconds }: UploadsBenchmark): Promise<boolean> {
  await buildChanged(
    root,
    buildUnits(root).filter(({ name }) => name === 'server'),
  );
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  const children: ChildProcess[] = [];
  try {
    const databaseUrl = postgres.connectionString;
    await migrate(databaseUrl);
    const reciters = await gather(databaseUrl, Math.max(...speakers, connections));
    const api = { port: await findFreePort(), entry: join(root, 'api', 'dist', 'main.js') };
    children.push(
      await start(api.entry, {
        DB_CONNECTION_STR: databaseUrl,
        ROOT_DATA_FOLDER: join(folder, 'data'),
        ACCESS_TOKEN_SECRET_KEY: secret,
        PORT: String(api.port),
        METRICS_PORT: '0',
        UPLOADS_PER_SECOND: '100000',
        MAX_SESSION_SEGMENTS: '1000000',
      }),
    );
    const bare = { port: await findFreePort(), folder: join(folder, 'bare') };
    await mkdir(bare.folder);
    children.push(
      await start(join(import.meta.dirname, 'bare-route.ts'), {
        PORT: String(bare.port),
        BENCH_FOLDER: bare.folder,
      }),
    );
    return await compare(toApi(api.port, reciters), toBareRoute(bare.port), { speakers, seconds }, children);
  } finally {
    for (const child of children) await end(child);
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function gather(databaseUrl: string, count: number): Promise<Reciter[]> {
  const orm = await createOrm({ connectionString: databaseUrl, poolSize: 2 });
  const tokens = new AccessTokens(secret, 86_400);
  try {
    const em = orm.em.fork();
    const author = await aUser(em);
    const text = await aText(em, author);
    await em.execute('update text_documents set public = true');
    const reciters: Reciter[] = [];
    for (let speaker = 0; speaker < count; speaker += 1) {
      const user = await aUser(em);
      const { id: sessionId } = await aSession(em, user, { text });
      reciters.push({ token: (await tokens.issue(user)).token, sessionId });
    }
    return reciters;
  } finally {
    await orm.close();
  }
}

async function compare(
  api: Attempt,
  bare: Attempt,
  { speakers, seconds }: UploadsBenchmark,
  [apiProcess]: readonly ChildProcess[],
): Promise<boolean> {
  await closedLoop(api, 10, 3);
  await closedLoop(bare, 10, 3);
  const rows = [['speakers', 'uploads/s', 'API p50', 'p99', 'failed', 'bare p50', 'p99', 'API memory']];
  for (const count of speakers) {
    const ours = await openLoop(api, count, seconds);
    const theirs = await openLoop(bare, count, seconds);
    rows.push([
      String(count),
      (ours.sent / ours.seconds).toFixed(1),
      milliseconds(ours.p50),
      milliseconds(ours.p99),
      String(ours.failed),
      milliseconds(theirs.p50),
      milliseconds(theirs.p99),
      await memoryOf(apiProcess),
    ]);
  }
  const rates: number[][] = [[], []];
  for (let turn = 0; turn < 2; turn += 1) {
    for (const [index, attempt] of [api, bare].entries()) {
      rates[index]?.push(rateOf(await closedLoop(attempt, connections, Math.max(3, seconds / 3))));
    }
  }
  const [ours = 0, theirs = 0] = rates.map((each) => each.reduce((sum, rate) => sum + rate, 0) / each.length);
  const share = ours / theirs;
  const summary = `As fast as ${connections} connections can: API ${ours.toFixed(0)} uploads/s, bare route ${theirs.toFixed(0)}, ratio ${share.toFixed(2)} (goal: at least ${leastShare}).`;
  console.log(`\n${table(rows)}\n\n${summary}`);
  await appendReport('uploads', rows, summary);
  return share >= leastShare;
}

function rateOf({ sent, seconds }: LoadResult): number {
  return sent / seconds;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}

async function memoryOf(child: ChildProcess | undefined): Promise<string> {
  const status = await readFile(`/proc/${child?.pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
  return kilobytes === undefined ? '' : `${Math.round(Number(kilobytes) / 1024)} MB`;
}

async function start(entry: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = fork(entry, {
    execArgv: entry.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, NODE_ENV: 'development', ...env },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${entry} ended before it was ready.`);
    }),
  ]);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
