import { setTimeout as wait } from 'node:timers/promises';
import type { ChaosSystem } from './chaos-system.js';
import { comeToRest } from './come-to-rest.js';
import { gatherCrowd } from './crowd.js';
import { startFront } from './front.js';
import type { KeptProcess } from './kept-process.js';
import { Ledger } from './ledger.js';
import { Random } from './random.js';
import { recite } from './speaker.js';
import { judge, type Verdict } from './verdict.js';

/** What came of a rolling restart. */
export interface RollResult {
  readonly verdict: Verdict;
  /** Processes that were asked to end, and did so in order. */
  readonly restarts: number;
  /** Processes that did not end in order. */
  readonly disorderly: number;
  readonly answers: number;
  /** Calls that had to be sent again. */
  readonly repetitions: number;
}

/** What is replaced, and under which load. */
export interface RollOptions {
  /** Each is replaced once in a round, one after the other. */
  readonly processes: readonly KeptProcess[];
  readonly rounds: number;
  readonly speakers: number;
}

/** Milliseconds between two recitals of a speaker: the workers have to keep up. */
const pause = 300;

/** Replaces processes while a crowd recites; then judges what was acknowledged. */
export async function rollUnderLoad(
  system: ChaosSystem,
  { processes, rounds, speakers }: RollOptions,
): Promise<RollResult> {
  const front = await startFront(system.apiPorts);
  const ledger = new Ledger();
  const random = new Random(11);
  const ways = { calls: front.port, uploads: front.port };
  const given = new AbortController();
  let rolling = true;
  let restarts = 0;
  let disorderly = 0;
  const reciting = (await gatherCrowd(system, speakers)).map(async (speaker) => {
    const chance = random.fork();
    // The last recitals begin before the last restart and end after it.
    while (rolling) {
      await recite({ ...speaker, ways, ledger }, chance, given.signal);
      await wait(pause);
    }
  });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const one of processes) {
        if ((await one.restart()) === 0) restarts += 1;
        else disorderly += 1;
      }
    }
    rolling = false;
    await Promise.all(reciting);
  } finally {
    rolling = false;
    given.abort();
    await Promise.allSettled(reciting);
    await front.close();
  }
  await comeToRest(system);
  const { answers, repetitions } = ledger;
  return { verdict: await judge(system, ledger), restarts, disorderly, answers, repetitions };
}
