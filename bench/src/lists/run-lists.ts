import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAgreements } from '@crowd-recital/core/agreement/agreements.js';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../scripts/embedded-postgres/start-embedded-postgres.js';
import { appendReport } from '../report.js';
import { median, table } from '../table.js';
import { startApi, type ApiProcess } from './api-process.js';
import { fillDatabase } from './fill-database.js';
import { mostRatio, operations, type MeasuredOperation } from './operations.js';

/** How much to measure. */
export interface ListsBenchmark {
  readonly few: number;
  readonly many: number;
  readonly users: number;
  readonly rounds: number;
}

/** How many speakers take turns, so that no single standing decides. */
const speakers = 12;
/** Rounds that are not counted. */
const warmUp = 10;

/**
 * Fills two databases, one with few and one with many recordings and the same users, and asks both the same by
 * turns, over HTTP, one call at a time.
 * @returns false when something that is promised took more than `mostRatio` times as long with many.
 */
export async function runLists({ few, many, users, rounds }: ListsBenchmark): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'recital-bench-'));
  const postgres = await startEmbeddedPostgres({ folder, throwAway: true });
  const servers: ApiProcess[] = [];
  try {
    const { version } = loadAgreements(join(projectFolder, 'core', 'agreement'));
    for (const sessions of [few, many]) {
      const url = await createDatabase(postgres.connectionString, `recital_${sessions}`);
      const began = performance.now();
      await fillDatabase(url, { users, sessions, speakers: speakersAmong(users) }, version);
      const seconds = Math.round((performance.now() - began) / 1_000);
      console.log(`${sessions} recordings of ${users} users: made in ${seconds} s`);
      servers.push(await startApi(url));
    }
    return await compare(servers, { few, many, users, rounds });
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function compare(
  servers: readonly ApiProcess[],
  { few, many, users, rounds }: ListsBenchmark,
): Promise<boolean> {
  const rows = [['operation', ...[few, many].map((size) => `${size} (ms)`), 'ratio', 'goal']];
  const callers = await Promise.all(servers.map((server) => signInAll(server, users)));
  let held = true;
  for (const operation of operations) {
    const times = servers.map((): number[] => []);
    for (let round = -warmUp; round < rounds; round += 1) {
      for (const [index, server] of servers.entries()) {
        const token = tokenFor(callers[index], operation, round);
        const time = await server.measure(token, operation.query);
        if (round >= 0) times[index]?.push(time);
      }
    }
    const [small = 0, large = 0] = times.map(median);
    const ratio = large / small;
    if (operation.promised && ratio > mostRatio) held = false;
    const goal = operation.promised ? (ratio > mostRatio ? `missed (${mostRatio})` : `≤ ${mostRatio}`) : '';
    rows.push([operation.name, small.toFixed(1), large.toFixed(1), ratio.toFixed(2), goal]);
  }
  const summary = `Median of ${rounds} calls of each operation over HTTP, one at a time, both databases by turns; ${users} users in both.`;
  console.log(`\n${table(rows)}\n\n${summary}`);
  await appendReport('lists', [rows], summary);
  return held;
}

interface Callers {
  readonly admin: string;
  readonly speakers: readonly string[];
}

async function signInAll(server: ApiProcess, users: number): Promise<Callers> {
  const tokens: string[] = [];
  for (const n of speakersAmong(users)) tokens.push(await server.signIn(`user${n}@example.org`));
  return { admin: await server.signIn('user1@example.org'), speakers: tokens };
}

/** Numbers of those who take turns; every 50th user is not approved. */
function speakersAmong(users: number): number[] {
  const step = 50 * Math.max(1, Math.floor(users / 50 / speakers));
  return Array.from({ length: speakers }, (_, n) => 3 + step * n);
}

function tokenFor(callers: Callers | undefined, { caller }: MeasuredOperation, round: number): string {
  if (callers === undefined) throw new Error('Nobody is signed in.');
  if (caller === 'admin') return callers.admin;
  return callers.speakers[(round + warmUp) % speakers] ?? callers.admin;
}
