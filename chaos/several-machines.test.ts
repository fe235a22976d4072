import { afterAll, beforeAll, expect, it } from 'vitest';
import { startChaosSystem, type ChaosSystem } from './chaos-system.js';
import { comeToRest } from './come-to-rest.js';
import { gatherCrowd } from './crowd.js';
import { Ledger } from './ledger.js';
import { Random } from './random.js';
import { rollUnderLoad } from './roll.js';
import { isClean } from './run.js';
import { recite } from './speaker.js';
import { judge } from './verdict.js';

let system: ChaosSystem;

beforeAll(async () => {
  system = await startChaosSystem('s3');
}, 300_000);
afterAll(() => system.stop(false), 60_000);

it('2 APIs and 3 workers on one database and one bucket, without a folder in common, finish everything', async () => {
  const { apiPorts } = system;
  const ledger = new Ledger();
  // Voice goes through one API, everything else through the other.
  const ways = { calls: apiPorts[0] ?? 0, uploads: apiPorts[1] ?? 0 };
  const random = new Random(7);
  const signal = new AbortController().signal;
  const crowd = await gatherCrowd(system, 4);
  await Promise.all(
    crowd.map(async (speaker) => {
      const chance = random.fork();
      for (let recital = 0; recital < 4; recital += 1) {
        await recite({ ...speaker, ways, ledger }, chance, signal);
      }
    }),
  );
  await comeToRest(system);
  const verdict = await judge(system, ledger);
  expect(verdict).toMatchObject({
    sessions: 16,
    lost: [],
    doubled: [],
    stuck: [],
    surprises: [],
    findings: [],
  });
  expect(isClean(verdict)).toBe(true);
  expect(verdict.orphans).toBe(0);
}, 300_000);

it('lose nothing while each of them is replaced under load, as in a deployment', async () => {
  const { verdict, disorderly, restarts } = await rollUnderLoad(system, {
    processes: [...system.apis, ...system.workers.slice(0, 1)],
    rounds: 1,
    speakers: 2,
  });
  expect({ disorderly, restarts }).toEqual({ disorderly: 0, restarts: 3 });
  expect(verdict).toMatchObject({ lost: [], doubled: [], stuck: [], surprises: [] });
  expect(verdict.findings).toEqual([]);
}, 300_000);
