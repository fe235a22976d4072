import { parseArgs } from 'node:util';
import { listenForStop } from '../scripts/processes/stop-requests.js';
import { startChaosSystem } from './chaos-system.js';
import { rollUnderLoad } from './roll.js';
import { isClean } from './run.js';

const usage = `npm run rolling-restart -- [--rounds 3] [--speakers 6]

Two APIs and three workers, as real processes with a database and a store of their own; a crowd recites while every
process is asked to end and replaced, one after the other. Nothing that was acknowledged may be lost, doubled or stuck.`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    speakers: { type: 'string', default: '6' },
    help: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const speakers = Number(values.speakers);
if (values.help || !Number.isInteger(rounds) || !Number.isInteger(speakers)) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

const system = await startChaosSystem('local');
listenForStop(() => void system.stop(false).finally(() => process.exit(130)));
let kept = false;
try {
  const { verdict, restarts, disorderly, answers, repetitions } = await rollUnderLoad(system, {
    processes: [...system.apis, ...system.workers],
    rounds,
    speakers,
  });
  kept = isClean(verdict) && disorderly === 0;
  console.log(`replaced ${restarts} processes in order, ${disorderly} not`);
  console.log(`${answers} calls were answered, ${repetitions} of them had to be sent again`);
  console.log(`${verdict.sessions} recitals, ${verdict.finished} finished, ${verdict.deleted} deleted`);
  for (const what of ['lost', 'doubled', 'stuck', 'surprises'] as const) {
    console.log(`${what}: ${verdict[what].length}`);
    for (const line of verdict[what].slice(0, 10)) console.log(`  ${line}`);
  }
  console.log(`fsck, every byte read: ${verdict.findings.length} findings`);
  if (!kept) console.log(`Logs: ${system.folder}`);
} finally {
  await system.stop(!kept);
}
console.log(kept ? 'Nothing was lost.' : 'A promise was broken.');
process.exit(kept ? 0 : 1);
