import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runAs } from './account.js';
import { programOf } from './binaries.js';
import type { Quarters } from './quarters.js';

/** The role that `initdb` makes; the product connects as it. */
export const superuser = 'recital';

const passwordFile = 'recital-password';

/**
 * Makes the data directory, once. It is made under another name and renamed when it is whole, password
 * included, so a start that is killed half-way leaves nothing that looks like a cluster.
 * @param sync false only for data that is thrown away
 */
export async function ensureCluster(quarters: Quarters, sync: boolean): Promise<void> {
  const { cluster, account } = quarters;
  const parent = dirname(cluster);
  const entries = await readdir(parent);
  if (entries.includes('cluster')) return;
  for (const name of entries.filter((entry) => entry.startsWith('making-'))) {
    await rm(join(parent, name), { recursive: true, force: true });
  }

  const making = join(parent, `making-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(making, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const handOver = join(parent, `making-${process.pid}.password`);
  const { uid, gid } = account.owner;
  try {
    await writeSecret(handOver, password);
    if (account.kind === 'other') {
      await chown(handOver, uid, gid);
      await chown(making, uid, gid);
    }
    await runInitdb(quarters, making, handOver, sync);
  } finally {
    await rm(handOver, { force: true });
  }
  await writeSecret(join(making, passwordFile), password);
  if (account.kind === 'other') await chown(join(making, passwordFile), uid, gid);
  if (sync) await syncNames(making);
  await rename(making, cluster);
  if (sync) await syncNames(parent);
}

/** Makes the names in a folder durable as they are now; `initdb` has done so for what it made itself. */
async function syncNames(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The superuser's password; it lives in the data directory and so shares its fate. */
export async function readPassword(cluster: string): Promise<string> {
  return readFile(join(cluster, passwordFile), 'utf8');
}

async function writeSecret(path: string, secret: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(secret);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function runInitdb({ account, binaries }: Quarters, folder: string, pwfile: string, sync: boolean) {
  const { file, args, ...identity } = runAs(account, [
    programOf(binaries, 'initdb'),
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${pwfile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider sorts alike on every machine. Its libc locale must be a UTF-8 one: with plain C
    // the trigrams of pg_trgm are blind to Hebrew.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    ...(sync ? [] : ['--no-sync']),
  ]);
  const child = spawn(file, args, {
    ...identity,
    cwd: folder,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0)
    throw new Error(`PostgreSQL could not make its data directory (${folder}):\n${output.trim()}`);
}

/** Nothing of the caller's locale, PG* or library variables may reach the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { TZ: 'UTC', ...(PATH && { PATH }), ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) };
}
