// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { waitForLockFile } from '../lock/lock-file.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 */

/**
 * Makes node_modules hold what package-lock.json names, and does nothing when it already does.
 * Two runs at a time do not both install: the second waits and then finds the work done.
 * @param {string} root the project's folder
 * @returns {Promise<boolean>} false when npm failed (it has said why)
 */
export async function installPackages(root) {
  if (isInstalled(root)) return true;
  const lock = await waitForLockFile(join(root, 'tmp', 'install.lock'), () =>
    console.log('Another run is installing the packages; waiting for it.'),
  );
  try {
    return isInstalled(root) || (await runNpmCi(root));
  } finally {
    lock.release();
  }
}

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own record of what it installed at
 * the very end, so a broken-off run leaves none.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null)
    throw new Error(`package-lock.json is missing in ${root}; get a fresh copy of the project.`);
  if (present === null) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    // What is for other systems (optional) is rightly absent.
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * @param {string} lockFile
 * @returns {Record<string, LockedPackage> | null}
 */
function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @returns {Promise<boolean>}
 */
function runNpmCi(root) {
  console.log(
    'Installing the packages that package-lock.json names (about a minute, only when they changed) …',
  );
  // NODE_ENV=production would leave out the compiler.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { npm_execpath: npmCli = '' } = process.env;
  const underNpm = basename(npmCli) === 'npm-cli.js';
  const child = underNpm
    ? spawn(process.execPath, [npmCli, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(`npm could not be started (${error.message}). It comes with Node: https://nodejs.org`);
      done(false);
    });
    child.on('exit', (code) => {
      if (code !== 0) console.error('The packages could not be installed; the lines above say why.');
      done(code === 0);
    });
  });
}
