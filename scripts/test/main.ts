import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { commandStep } from '../check/command-step.js';
import { runStages } from '../check/run-stages.js';
import { verdict, type Step } from '../check/step.js';
import { checkStages } from '../check/steps.js';
import { vitestStep } from '../check/vitest-step.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import { findBrowser } from './find-browser.js';

const root = resolve(import.meta.dirname, '../..');

const build = commandStep('build', root, typescriptCommand(join(root, 'scripts', 'build', 'main.ts')));

/** Here, where it may take its time to fetch one, and not within the time limit of a test. */
const browser: Step = {
  name: 'browser',
  async run() {
    const { executablePath } = await findBrowser();
    return verdict(true, executablePath);
  },
};

/** One of the places of `npm run starts`: the one that every machine and account allows. */
const starts = commandStep(
  'starts',
  root,
  typescriptCommand(join(root, 'scripts/test/start-matrix/main.ts'), ['--unhurried', 'path of']),
);

/** Kills, cuts and lies, half of them with a folder and half with a bucket; the seed gives the same ones every time. */
const chaos = commandStep(
  'chaos',
  root,
  typescriptCommand(join(root, 'chaos/main.ts'), ['--faults', '200', '--seed', '1']),
);

process.exit(
  await runStages([
    ...checkStages(root),
    { lanes: 1, steps: [build, browser] },
    // All at once took longer: so many processes on two processors wait for each other.
    { lanes: 2, steps: [starts, chaos] },
    // Pages keep processors busy, the others wait for processes, disks and leases as well: more of these run at a time.
    { lanes: 1, steps: [vitestStep(root, ['pages'], availableParallelism() + 1)] },
    { lanes: 1, steps: [vitestStep(root, ['server-long'], availableParallelism() + 2)] },
    // A voice at a microphone must not be disturbed.
    { lanes: 1, steps: [vitestStep(root, ['e2e'])] },
  ]),
);
