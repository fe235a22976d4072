import { join } from 'node:path';
import { nodeProgram } from '../processes/node-program.js';
import { typescriptCommand } from '../processes/typescript-command.js';
import { commandStep } from './command-step.js';
import type { Stage, Step } from './step.js';
import { vitestStep } from './vitest-step.js';

const servers = ['core', 'api', 'jobs', 'cli', 'e2e', 'chaos', 'bench'];
const webs = ['ui', 'web-recorder', 'web-admin'];

/**
 * Types of every workspace, tests included. TypeScript 7 is many times as fast; what needs the compiler as a library
 * (Vue's, and the build with its decorators) has 5.9.
 */
export function typeSteps(root: string): Step[] {
  return [
    ...webs.map((folder) => typeStep(root, folder, 'vue-tsc', 'bin/vue-tsc.js')),
    ...['.', ...servers].map((folder) => typeStep(root, folder, 'typescript-7', 'bin/tsc')),
  ];
}

function typeStep(root: string, folder: string, packageName: string, program: string): Step {
  const name = folder === '.' ? 'scripts' : folder;
  const kept = join(cacheFolder(root), 'types', `${name}.tsbuildinfo`);
  const args = ['-p', join(root, folder, 'tsconfig.json'), '--incremental', '--tsBuildInfoFile', kept];
  return commandStep(
    `types: ${name}`,
    root,
    nodeProgram(join(root, 'web-admin'), packageName, program, args),
  );
}

/** Everything that needs no browser. */
export function checkStages(root: string): Stage[] {
  return [
    { lanes: 2, steps: staticSteps(root) },
    { lanes: 1, steps: [vitestStep(root, ['web']), vitestStep(root, ['server'])] },
  ];
}

function staticSteps(root: string): Step[] {
  return [
    commandStep(
      'lint',
      root,
      nodeProgram(root, 'oxlint', 'bin/oxlint', ['-c', 'oxlint.config.mjs', '--deny-warnings']),
    ),
    commandStep(
      'lint: templates',
      root,
      nodeProgram(root, 'eslint', 'bin/eslint.js', [...cached(root, 'templates'), '.']),
    ),
    commandStep(
      'format',
      root,
      nodeProgram(root, 'prettier', 'bin/prettier.cjs', ['--check', ...cached(root, 'format'), '.']),
    ),
    commandStep(
      'generated files',
      root,
      typescriptCommand(join(root, 'scripts/codegen/main.ts'), ['--check']),
    ),
    ...typeSteps(root),
  ];
}

/** What only looks at files that changed since: both programs go by content, their version and their settings. */
function cached(root: string, name: string): string[] {
  return ['--cache', '--cache-strategy', 'content', '--cache-location', join(cacheFolder(root), name)];
}

function cacheFolder(root: string): string {
  return join(root, 'node_modules', '.cache');
}
