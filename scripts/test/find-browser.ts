import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { unpackShippedChromium } from './shipped-chromium.js';

/** What playwright-core's `launch` needs to start it. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const run = promisify(execFile);

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const usualPlaces = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Tests visit only our own pages; the sandbox needs rights that containers and root do not give. */
const args = ['--no-sandbox'];

/**
 * A Chromium that starts: `CHROME_PATH`, one on the PATH or in its usual place, one that apt installs when we
 * are root, else the one that npm brought along.
 * @throws when `CHROME_PATH` names one that does not start, or none can be had
 */
export async function findBrowser(): Promise<Browser> {
  const { CHROME_PATH: chosen } = process.env;
  if (chosen !== undefined && chosen !== '') {
    if (await starts(chosen)) return { executablePath: chosen, args, env: {} };
    throw new Error(`CHROME_PATH names ${chosen}, which does not start.`);
  }
  const installed = await findInstalled();
  if (installed !== null) return { executablePath: installed, args, env: {} };
  if (await installByApt()) {
    const fetched = await findInstalled();
    if (fetched !== null) return { executablePath: fetched, args, env: {} };
  }
  const { executablePath, env } = await unpackShippedChromium();
  if (await starts(executablePath, env)) return { executablePath, args, env };
  throw new Error('No Chromium was found. Install one, or name one by CHROME_PATH.');
}

async function findInstalled(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const candidate of [...candidates, ...usualPlaces]) {
    if ((await isExecutable(candidate)) && (await starts(candidate))) return candidate;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** What is called chromium may be a mere hint to install a snap. */
async function starts(executablePath: string, env: Record<string, string> = {}): Promise<boolean> {
  return run(executablePath, ['--version', ...args], {
    env: { ...process.env, ...env },
    timeout: 20_000,
  }).then(
    () => true,
    () => false,
  );
}

/** @returns false where there is no apt, no right to use it, or no network */
async function installByApt(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env,
      maxBuffer: 50_000_000,
    });
    return true;
  } catch {
    return false;
  }
}
