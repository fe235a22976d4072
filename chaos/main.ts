import { parseArgs } from 'node:util';
import { printResult } from './print-result.js';
import { isClean, runChaos } from './run.js';
import { listenForStop } from '../scripts/processes/stop-requests.js';
import type { ChaosSystem, StoreKind } from './chaos-system.js';

const usage = `npm run chaos -- [--faults 2000] [--seed 1] [--store local|s3|both]

Real processes, a real database and real recordings, while everything goes wrong that can. A seed gives the
same faults and the same recitals in the same order; when exactly each one strikes is up to the machine.`;

const { values } = parseArgs({
  options: {
    faults: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    store: { type: 'string', default: 'both' },
    help: { type: 'boolean', default: false },
  },
});

const stores: Readonly<Record<string, readonly StoreKind[]>> = {
  local: ['local'],
  s3: ['s3'],
  both: ['local', 's3'],
};
const kinds = stores[values.store];
const faults = Number(values.faults);
const seed = Number(values.seed);

if (values.help || kinds === undefined || !Number.isInteger(faults) || !Number.isInteger(seed)) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

console.log(`npm run chaos -- --faults ${faults} --seed ${seed} --store ${values.store}`);
const running: ChaosSystem[] = [];
listenForStop(() => {
  void Promise.all(running.map((system) => system.stop(false))).finally(() => process.exit(130));
});
// Each has a system of its own, and most of its time it waits.
const results = await Promise.all(
  kinds.map(async (store, index) => {
    const share = Math.floor(faults / kinds.length) + (index < faults % kinds.length ? 1 : 0);
    const result = await runChaos({
      faults: share,
      seed: seed + index,
      store,
      tell: (line) => console.log(`${store.padEnd(5)}  ${line}`),
      onStart: (system) => running.push(system),
    });
    printResult(store, result);
    return result;
  }),
);
const kept = results.every(({ verdict, crashes }) => isClean(verdict) && crashes === 0);
console.log(kept ? 'Every promise was kept.' : 'A promise was broken.');
process.exit(kept ? 0 : 1);
