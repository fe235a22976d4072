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
  { yielding: true },
);

/** Kills, cuts and lies, half of them with a folder and half with a bucket; the seed gives the same ones every time. */
const chaos = commandStep(
  'chaos',
  root,
  typescriptCommand(join(root, 'chaos/main.ts'), ['--faults', '200', '--seed', '1']),
  { yielding: true },
);

process.exit(
  await runStages([
    ...checkStages(root),
    { lanes: 1, steps: [build, browser] },
    {
      lanes: 2,
      steps: [
        // A voice at a microphone takes its time and must not be disturbed, but leaves most of the processors to others.
        vitestStep(root, 'e2e'),
        starts,
        chaos,
        vitestStep(root, 'server-long', { yielding: true }),
        // Most of them wait for a page. One more than there are processors keeps these busy.
        vitestStep(root, 'pages', { workers: Math.max(3, availableParallelism() + 1), yielding: true }),
      ],
    },
  ]),
);
