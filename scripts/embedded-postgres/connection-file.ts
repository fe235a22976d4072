import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const name = 'connection.json';

/**
 * Tells other processes of the project (the command line tools) where the running server listens.
 * The file holds the password, so only its owner may read it.
 */
export async function writeConnectionFile(folder: string, connectionString: string): Promise<void> {
  const next = join(folder, `.${name}.${process.pid}`);
  await rm(next, { force: true });
  await writeFile(next, `${JSON.stringify({ connectionString }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(next, join(folder, name));
}

/** The port that was used last, so that connections kept elsewhere stay true after a crash. */
export async function readLastPort(folder: string): Promise<number | null> {
  try {
    const { connectionString } = JSON.parse(await readFile(join(folder, name), 'utf8')) as {
      connectionString: string;
    };
    return Number(new URL(connectionString).port) || null;
  } catch {
    return null;
  }
}

/** After a stop there is nothing to connect to. */
export async function removeConnectionFile(folder: string): Promise<void> {
  await rm(join(folder, name), { force: true });
}
