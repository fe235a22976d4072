import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { JobDependencies } from '../dependencies.js';
import { removeWorkFolder } from '../finalise-session/work-folder.js';

/**
 * Removes the work folders of finalisations that are over: their process was killed, and perhaps another machine went
 * on. They hold voice, also of sessions that were wished away since.
 */
export async function removeStaleWorkFolders({ em, workFolder }: JobDependencies): Promise<void> {
  const names = await readdir(workFolder).catch(() => []);
  if (names.length === 0) return;
  const held = await em().execute<{ name: string }[]>(
    `select id || '.' || epoch as name from recital_sessions where lease_until > now()`,
  );
  const inUse = new Set(held.map(({ name }) => name));
  for (const name of names.filter((name) => !inUse.has(name))) {
    await removeWorkFolder(path.join(workFolder, name));
  }
}
