import { access, chmod, constants, stat } from 'node:fs/promises';
import path from 'node:path';

/** True when this process may run the file. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** The first executable of that name in the folders of PATH; undefined when there is none. */
export async function findOnPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    // An empty entry means the current folder, which nobody meant when it comes to running a program.
    if (folder === '') continue;
    const file = path.join(folder, name);
    if (await isExecutable(file)) return file;
  }
  return undefined;
}

/**
 * Lets everybody run a file that npm installed. Its own install script gives the run bit to the owner alone,
 * and does not run at all under `npm install --ignore-scripts`. Another owner's file is left as it is.
 */
export async function repairRunBit(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) === 0o555) return;
  try {
    await chmod(file, (mode & 0o777) | 0o555);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
  }
}
