import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLockFile, type HeldLock, type LockHolder } from '../lock/lock-file.mjs';
import type { RecordedChild } from '../processes/child-registry.js';
import { StartError } from './start-error.js';

/** What a running supervisor tells others by its lock file. */
export interface SupervisorDetails {
  state: 'starting' | 'running' | 'stopping';
  /** where it can be reached */
  address: string;
  children: RecordedChild[];
}

/** One that loses npm or its terminal stops by itself, but needs a moment to notice. */
const noticeMs = 2_000;

/** The longest that an orderly stop takes, and some more. */
const stopMs = 40_000;

const pollMs = 100;

export interface SupervisorLock {
  /** what a supervisor that was killed left running, at the most */
  leftovers: RecordedChild[];
  update: (change: Partial<SupervisorDetails>) => void;
  release: () => void;
}

/**
 * Makes this process the only supervisor of a data folder.
 * @throws StartError when another one runs there
 */
export async function lockDataFolder(
  dataFolder: string,
  address: string,
  onWait: () => void,
): Promise<SupervisorLock> {
  const path = join(dataFolder, 'run', 'supervisor.json');
  const held = await takeUnlessRunning(path, onWait);
  const leftovers = detailsOf(held.previous)?.children ?? [];
  // The leftovers stay on record until they are gone, for the case that this start is killed too.
  let details: SupervisorDetails = { state: 'starting', address, children: leftovers };
  held.update(details);
  return {
    leftovers,
    update(change) {
      details = { ...details, ...change };
      held.update(details);
    },
    release: () => held.release(),
  };
}

async function takeUnlessRunning(path: string, onWait: () => void): Promise<HeldLock> {
  const started = Date.now();
  let waiting = false;
  for (;;) {
    const taken = takeLockFile(path, null);
    if ('held' in taken) return taken.held;
    const { holder } = taken;
    const stopping = detailsOf(holder)?.state === 'stopping';
    if (stopping && !waiting) onWait();
    waiting ||= stopping;
    const waited = Date.now() - started;
    if (waited > (stopping ? stopMs : noticeMs)) throw new StartError(alreadyRuns(holder));
    await sleep(pollMs);
  }
}

function alreadyRuns(holder: LockHolder): string {
  const details = detailsOf(holder);
  const where = details?.state === 'running' ? `: ${details.address}` : '';
  const what = details?.state === 'running' ? 'already runs' : `is already ${details?.state ?? 'starting'}`;
  return `Crowd Recital ${what} in this folder (process ${holder.pid})${where}`;
}

function detailsOf(holder: LockHolder | null): SupervisorDetails | null {
  return (holder?.details ?? null) as SupervisorDetails | null;
}
