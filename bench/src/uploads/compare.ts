import { processorSeconds } from '../processor-time.js';
import { closedLoop, openLoop, type Attempt } from './load.js';
import { residentMegabytes } from '../server-process.js';

const warmUpSeconds = 10;
/** Many and short: a machine that others share is half as fast from one ten seconds to the next. */
const turnsAtFullSpeed = 10;

/** Where segments are sent to, and the processes that take them in, by name. */
interface Target<Name extends string> {
  readonly attempt: Attempt;
  readonly pids: Readonly<Record<Name, number>>;
}

/** The two that are compared. */
export interface Compared {
  readonly api: Target<'api' | 'postgres'>;
  readonly bare: Target<'bare'>;
}

/** Both under the load of so many speakers, by turns. */
export async function compareUnderLoad(
  { api, bare }: Compared,
  speakers: readonly number[],
  seconds: number,
): Promise<string[][]> {
  // A server that has just started interprets what one that has run for a while has compiled.
  await closedLoop(api.attempt, 50, warmUpSeconds);
  await closedLoop(bare.attempt, 50, warmUpSeconds);
  const rows = [['speakers', 'uploads/s', 'API p50', 'p99', 'failed', 'bare p50', 'p99', 'API memory']];
  for (const count of speakers) {
    console.log(`${count} speakers, ${seconds} s to each …`);
    const ours = await openLoop(api.attempt, count, seconds);
    const theirs = await openLoop(bare.attempt, count, seconds);
    rows.push([
      String(count),
      (ours.sent / ours.seconds).toFixed(1),
      milliseconds(ours.p50),
      milliseconds(ours.p99),
      String(ours.failed),
      milliseconds(theirs.p50),
      milliseconds(theirs.p99),
      `${(await residentMegabytes(api.pids.api)) ?? '?'} MB`,
    ]);
  }
  return rows;
}

/** How fast each takes in what so many connections send one after the other, and the processor time it costs. */
export async function compareAtFullSpeed(
  { api, bare }: Compared,
  connections: number,
  seconds: number,
): Promise<{ rows: string[][]; share: number; summary: string }> {
  const turns = { api: [] as Turn[], bare: [] as Turn[] };
  console.log('At full speed …');
  for (let turn = 0; turn < turnsAtFullSpeed; turn += 1) {
    turns.api.push(await fullSpeed(api, connections, seconds));
    turns.bare.push(await fullSpeed(bare, connections, seconds));
  }
  const [ours, theirs] = [mean(turns.api), mean(turns.bare)];
  const share = ours.rate / theirs.rate;
  const rows = [
    ['at full speed', 'uploads/s', 'ms of processor each', 'of them Node', 'PostgreSQL', 'sender'],
    ...[['API', ours] as const, ['bare route', theirs] as const].map(
      ([name, { rate, server, postgres, sender }]) => [
        name,
        rate.toFixed(0),
        (server + postgres + sender).toFixed(2),
        ...[server, postgres, sender].map((each) => each.toFixed(2)),
      ],
    ),
  ];
  return {
    rows,
    share,
    summary: `${connections} connections, ${turnsAtFullSpeed} turns of ${seconds.toFixed(0)} s each.`,
  };
}

/** Uploads a second, and milliseconds of processor time for each. */
interface Turn {
  readonly rate: number;
  readonly server: number;
  readonly postgres: number;
  readonly sender: number;
}

async function fullSpeed(
  { attempt, pids }: Compared['api'] | Compared['bare'],
  connections: number,
  seconds: number,
): Promise<Turn> {
  const before = await usedBy(pids);
  const result = await closedLoop(attempt, connections, seconds);
  const after = await usedBy(pids);
  const each = (name: keyof typeof before): number => ((after[name] - before[name]) / result.sent) * 1000;
  return {
    rate: result.sent / result.seconds,
    server: each('server'),
    postgres: each('postgres'),
    sender: each('sender'),
  };
}

async function usedBy(
  pids: Partial<Record<'api' | 'postgres' | 'bare', number>>,
): Promise<Record<'server' | 'postgres' | 'sender', number>> {
  const { user, system } = process.cpuUsage();
  const server = pids.api ?? pids.bare;
  return {
    server: server === undefined ? 0 : await processorSeconds(server),
    postgres: pids.postgres === undefined ? 0 : await processorSeconds(pids.postgres),
    sender: (user + system) / 1e6,
  };
}

function mean(turns: readonly Turn[]): Turn {
  const of = (name: keyof Turn): number => turns.reduce((sum, turn) => sum + turn[name], 0) / turns.length;
  return { rate: of('rate'), server: of('server'), postgres: of('postgres'), sender: of('sender') };
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`;
}
