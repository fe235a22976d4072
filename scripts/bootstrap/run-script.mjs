// @ts-check
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installPackages } from './install-packages.mjs';
import { runTypeScript } from './run-typescript.mjs';

const root = resolve(import.meta.dirname, '../..');

/**
 * Scripts that are not `scripts/<name>/main.ts`, as the file and the arguments that come first.
 * @type {Record<string, string[]>}
 */
const elsewhere = {
  recite: ['cli/src/main.ts', 'recite'],
  fsck: ['cli/src/main.ts', 'fsck'],
  admin: ['cli/src/admin/main.ts'],
  bench: ['bench/src/main.ts'],
  chaos: ['chaos/main.ts'],
  'rolling-restart': ['chaos/rolling-restart.ts'],
  screens: ['e2e/screens/main.ts'],
  starts: ['scripts/test/start-matrix/main.ts'],
};

/**
 * Installs what is missing, then runs one of the project's scripts and ends as it ends.
 * @param {string[]} argv the script's name and its arguments
 */
export async function runScript([name = '', ...args]) {
  const [file, ...first] = elsewhere[name] ?? [join('scripts', name, 'main.ts')];
  const entry = join(root, file ?? '');
  if (name === '' || !existsSync(entry)) {
    console.error(`There is no script "${name}". "npm run" lists those that exist.`);
    process.exitCode = 1;
    return;
  }
  if (!(await installPackages(root))) {
    process.exitCode = 1;
    return;
  }
  runTypeScript(root, entry, [...first, ...args]);
}
