import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the project in which sources may be broken. */
export interface WorkCopy {
  readonly folder: string;
  remove(): Promise<void>;
}

const leftOut = new Set(['node_modules', 'dist', 'data', 'tmp', '.git']);
const own = '@crowd-recital';

/** Copies the sources; packages of others are linked, our own are those of the copy. */
export async function makeWorkCopy(root: string): Promise<WorkCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'crowd-recital-guards-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const entry of await readdir(root, { withFileTypes: true })) {
      if (leftOut.has(entry.name)) continue;
      const inside = join(root, entry.name);
      await cp(inside, join(folder, entry.name), {
        recursive: true,
        filter: (source) => !leftOut.has(source.slice(inside.length).split('/').at(-1) ?? ''),
      });
      if (entry.isDirectory()) await linkPackages(inside, join(folder, entry.name));
    }
    await linkRootPackages(root, folder);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A workspace's own packages, where it has any. */
async function linkPackages(workspace: string, copy: string): Promise<void> {
  const names = await readdir(join(workspace, 'node_modules')).catch(() => []);
  if (names.length > 0) await symlink(join(workspace, 'node_modules'), join(copy, 'node_modules'));
}

async function linkRootPackages(root: string, folder: string): Promise<void> {
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, own), { recursive: true });
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (name === own || name.startsWith('.vite')) continue;
    await symlink(join(root, 'node_modules', name), join(packages, name));
  }
  for (const name of await readdir(join(root, 'node_modules', own))) {
    await symlink(join(folder, name), join(packages, own, name));
  }
}
