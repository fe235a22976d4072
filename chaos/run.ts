import { setTimeout as wait } from 'node:timers/promises';
import { comeToRest } from './come-to-rest.js';
import { startChaosSystem, type ChaosSystem, type StoreKind } from './chaos-system.js';
import { gatherCrowd } from './crowd.js';
import { FaultFeed } from './fault-feed.js';
import { planFaults } from './fault-plan.js';
import { Ledger } from './ledger.js';
import { Random } from './random.js';
import { recite, type Speaker } from './speaker.js';
import { startTcpProxy } from './tcp-proxy.js';
import { judge, type Verdict } from './verdict.js';

/** One run. */
export interface RunOptions {
  readonly faults: number;
  readonly seed: number;
  readonly store: StoreKind;
  readonly tell: (line: string) => void;
  /** Gets the system once it runs: who interrupts the run has to stop it. */
  readonly onStart?: (system: ChaosSystem) => void;
}

/** What happened, and what came of it. */
export interface RunResult {
  readonly verdict: Verdict;
  /** How often each kind of fault happened. */
  readonly counts: ReadonlyMap<string, number>;
  /** Processes that ended though nobody had killed them. */
  readonly crashes: number;
  readonly answers: number;
  readonly repetitions: number;
  readonly seconds: number;
  /** Where the logs are, when something went wrong. */
  readonly folder: string | undefined;
}

const speakers = 6;
/** Recitals that wait for the workers at a time; beyond that the speakers pause. */
const mostWaiting = 30;

/** Lets a crowd recite while faults happen, waits until everything has come to rest, and judges. */
export async function runChaos({ faults, seed, store, tell, onStart }: RunOptions): Promise<RunResult> {
  const began = performance.now();
  const random = new Random(seed);
  const feed = new FaultFeed(planFaults(faults, random.fork(), { bucket: store === 's3' }), random.fork());
  const ledger = new Ledger();
  const system = await startChaosSystem(store);
  onStart?.(system);
  let keep = true;
  try {
    const ways = {
      calls: await startTcpProxy({ ports: system.apiPorts, nextFault: () => feed.network(false) }),
      uploads: await startTcpProxy({ ports: system.apiPorts, nextFault: () => feed.network(true) }),
    };
    const crowd = await gatherCrowd(system, speakers);
    tell(`the system runs; ${feed.left} faults to come`);
    if (system.bucket !== undefined) feed.trouble(system.bucket);
    const ports = { calls: ways.calls.port, uploads: ways.uploads.port };
    const crowded = crowd.map((one): Speaker => ({ ...one, ways: ports, ledger }));
    await reciteWhileFaultsHappen(system, crowded, feed, random, tell);
    tell(`all faults have happened; ${ledger.entries.length} recitals have to come to rest`);
    if (system.bucket !== undefined) system.bucket.mischief = () => 'none';
    await comeToRest(system);
    await Promise.all([ways.calls.close(), ways.uploads.close()]);
    const crashes = [...system.apis, ...system.workers].reduce((sum, { unasked }) => sum + unasked, 0);
    const verdict = await judge(system, ledger);
    keep = crashes > 0 || !isClean(verdict);
    return {
      verdict,
      counts: feed.counts,
      crashes,
      answers: ledger.answers,
      repetitions: ledger.repetitions,
      seconds: Math.round((performance.now() - began) / 1000),
      folder: keep ? system.folder : undefined,
    };
  } finally {
    await system.stop(keep);
  }
}

/** True when every promise was kept. */
export function isClean({ lost, doubled, stuck, surprises, findings }: Verdict): boolean {
  return lost.length + doubled.length + stuck.length + surprises.length + findings.length === 0;
}

async function reciteWhileFaultsHappen(
  system: ChaosSystem,
  crowd: readonly Speaker[],
  feed: FaultFeed,
  random: Random,
  tell: RunOptions['tell'],
): Promise<void> {
  const given = new AbortController();
  const disturbing = feed.disturbProcesses(system);
  const reporting = setInterval(() => tell(`${feed.left} faults to come`), 30_000);
  try {
    await Promise.all([
      disturbing,
      ...crowd.map(async (speaker) => {
        const chance = random.fork();
        while (feed.left > 0) {
          await untilFewWait(system, feed);
          await recite(speaker, chance, given.signal).catch((error: unknown) => {
            tell(`a speaker gave up: ${error instanceof Error ? error.message : String(error)}`);
          });
        }
      }),
    ]);
  } finally {
    clearInterval(reporting);
    given.abort();
  }
}

async function untilFewWait({ database }: ChaosSystem, feed: FaultFeed): Promise<void> {
  while (feed.left > 0) {
    const [row] = await database.query<{ waiting: number }>(
      `select count(*)::int as waiting from recital_sessions
       where finalised_version < content_version and not disavowed`,
    );
    if ((row?.waiting ?? 0) < mostWaiting) return;
    await wait(300);
  }
}
