import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Claim } from '@crowd-recital/core/session/finalisation-claim.js';

/**
 * Makes the folder of one finalisation, and removes those of earlier epochs of the session, whose workers were killed
 * or are fenced. For this user's eyes only: it is voice.
 * @returns its absolute path.
 */
export async function prepareWorkFolder(workFolder: string, claim: Claim): Promise<string> {
  await removeWorkFoldersOf(workFolder, claim.sessionId, claim.epoch);
  const folder = path.join(workFolder, `${claim.sessionId}.${claim.epoch}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Removes what finalisations of a session before `epoch` left on this machine. */
export async function removeWorkFoldersOf(
  workFolder: string,
  sessionId: string,
  epoch = Number.POSITIVE_INFINITY,
): Promise<void> {
  for (const name of await foldersIn(workFolder)) {
    if (name.startsWith(`${sessionId}.`) && Number(name.slice(sessionId.length + 1)) < epoch) {
      await removeWorkFolder(path.join(workFolder, name));
    }
  }
}

export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function foldersIn(workFolder: string): Promise<string[]> {
  try {
    return await readdir(workFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
