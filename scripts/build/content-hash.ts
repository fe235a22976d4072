import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

const ignoredFolders = new Set(['node_modules', 'dist']);
const ignoredFiles = /\.(test|contract)\.ts$/;

/**
 * A hash over names and contents of files, so that a fresh checkout (all times new) does not look changed.
 * @param paths files and folders; one that does not exist counts as empty
 */
export async function contentHash(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const nested = entries
    .filter((entry) => !ignoredFolders.has(entry.name) && !ignoredFiles.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => filesBelow(join(path, entry.name)));
  return (await Promise.all(nested)).flat();
}
