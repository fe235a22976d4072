import { createHash } from 'node:crypto';
import { chown, cp, lchown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chooseAccount, mayEnter, type Account, type Owner } from './account.js';
import { copyBinaries, type Binaries } from './binaries.js';
import { endLivingPostmaster } from './postmaster.js';

/** Where the server runs from, on which files, as whom. */
export interface Quarters {
  account: Account;
  binaries: Binaries;
  /** PostgreSQL's data directory; may not exist yet, its parent does */
  cluster: string;
}

const projectFolder = resolve(import.meta.dirname, '../..');

/**
 * Chooses account and places, and moves a cluster that an earlier start (as another user, or with other
 * rights) left elsewhere or in other hands. Afterwards no server runs on the cluster.
 * @param folder the folder that the caller gave PostgreSQL
 */
export async function prepareQuarters(folder: string, shipped: Binaries): Promise<Quarters> {
  await mkdir(folder, { recursive: true });
  const inPlace = join(folder, 'cluster');
  const away = awayFolder(folder);
  const staged = join(away, 'cluster');

  const present = (await ownerOf(inPlace)) ?? null;
  const account = chooseAccount({
    binaries: shipped,
    folder,
    present,
    projectOwner: (await ownerOf(projectFolder)) ?? { uid: 0, gid: 0 },
  });
  const isFree = account.kind !== 'other';
  const cluster = isFree || mayEnter(account.owner, folder) ? inPlace : staged;
  const binaries =
    isFree || mayEnter(account.owner, shipped.folder) ? shipped : await copyBinaries(shipped, away);

  await mkdir(dirname(cluster), { recursive: true, mode: 0o755 });
  for (const place of [inPlace, staged]) await endLivingPostmaster(place);
  const other = cluster === inPlace ? staged : inPlace;
  if ((await ownerOf(cluster)) === undefined && (await ownerOf(other)) !== undefined)
    await move(other, cluster);
  const owner = await ownerOf(cluster);
  if (account.kind !== 'self' && owner !== undefined && owner.uid !== account.owner.uid) {
    await giveTo(cluster, account.owner);
  }
  return { account, binaries, cluster };
}

/**
 * A folder outside every closed home that belongs to `folder` alone. The operating system's own place for
 * the state of services comes first; where it may not be written to, the temporary folder.
 */
export function awayFolder(folder: string): string {
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16);
  const parent = process.getuid?.() === 0 ? '/var/lib' : tmpdir();
  return join(parent, 'crowd-recital', name);
}

/** Makes a file or a whole folder the property of a user. */
export async function giveTo(path: string, { uid, gid }: Owner): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), uid, gid);
  }
  await chown(path, uid, gid);
}

async function ownerOf(path: string): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Moves a folder, also to another disk; what is at `to` is whole or absent at every moment. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const half = `${to}.moving`;
    await rm(half, { recursive: true, force: true });
    await cp(from, half, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await rename(half, to);
    await rm(from, { recursive: true });
  }
}
