// @ts-check
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isAlive } from './process-identity.mjs';

/**
 * What a lock file holds: who has it, and whatever the holder wants others to know.
 * @typedef {import('./process-identity.mjs').ProcessIdentity & { details: unknown }} LockHolder
 */

/**
 * @typedef {object} HeldLock
 * @property {LockHolder | null} previous the dead process that the lock was taken over from
 * @property {(details: unknown) => void} update replaces what others read about this holder
 * @property {() => void} release gives the lock back; harmless when called twice
 */

/** A file being written by its new holder is empty for an instant; older than this it is a wreck. */
const TORN_FILE_MS = 2000;

/**
 * Takes a lock that is a file, unless a living process has it.
 * @param {string} path the lock file; its folder is made when missing
 * @param {unknown} details what others read about this holder (JSON)
 * @returns {{ held: HeldLock } | { holder: LockHolder }}
 */
export function takeLockFile(path, details) {
  mkdirSync(dirname(path), { recursive: true });
  const self = identifyProcess(process.pid);
  if (self === null) throw new Error('This process cannot find itself in the list of processes.');
  /** @type {LockHolder | null} */
  let previous = null;
  for (;;) {
    if (createExclusively(path, { ...self, details })) return { held: heldLock(path, self, previous) };
    const found = readLockFile(path);
    if (found === null) continue;
    if (found === 'torn') {
      pause(20);
      continue;
    }
    if (isAlive(found)) return { holder: found };
    if (removeStale(path, found)) previous = found;
  }
}

/**
 * Like takeLockFile, but waits for the present holder.
 * @param {string} path
 * @param {(holder: LockHolder) => void} onWait called once, when it has to wait
 * @returns {Promise<HeldLock>}
 */
export async function waitForLockFile(path, onWait) {
  let told = false;
  for (;;) {
    const taken = takeLockFile(path, null);
    if ('held' in taken) return taken.held;
    if (!told) onWait(taken.holder);
    told = true;
    await sleep(200);
  }
}

/**
 * @param {string} path
 * @returns {LockHolder | 'torn' | null} null when there is no lock file, 'torn' while it is being written
 */
export function readLockFile(path) {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    if (Number.isInteger(holder?.pid) && typeof holder.startTime === 'string') return holder;
  } catch (error) {
    if (isMissing(error)) return null;
  }
  try {
    if (Date.now() - statSync(path).mtimeMs < TORN_FILE_MS) return 'torn';
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return { pid: 0, startTime: '', details: null };
}

/**
 * @param {string} path
 * @param {LockHolder} content
 */
function createExclusively(path, content) {
  try {
    writeFileSync(path, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes the file of a dead holder. Of several starters that find it only one at a time may look again and
 * remove; otherwise a slow one would remove the fresh file of a quick one.
 * @param {string} path
 * @param {LockHolder} stale
 * @returns {boolean} whether this process removed it
 */
function removeStale(path, stale) {
  const turn = `${path}.takeover`;
  if (!makeFolder(turn)) {
    removeWhenOld(turn);
    pause(5);
    return false;
  }
  try {
    const found = readLockFile(path);
    if (found === null || found === 'torn') return false;
    if (found.pid !== stale.pid || found.startTime !== stale.startTime) return false;
    rmSync(path);
    return true;
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** @param {string} path */
function makeFolder(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * A starter that was killed in its turn left it behind.
 * @param {string} turn
 */
function removeWhenOld(turn) {
  try {
    if (Date.now() - statSync(turn).mtimeMs > TORN_FILE_MS) rmdirSync(turn);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/**
 * @param {string} path
 * @param {import('./process-identity.mjs').ProcessIdentity} self
 * @param {LockHolder | null} previous
 * @returns {HeldLock}
 */
function heldLock(path, self, previous) {
  let released = false;
  return {
    previous,
    update(details) {
      if (released) return;
      const next = `${path}.${process.pid}`;
      writeFileSync(next, JSON.stringify({ ...self, details }), { mode: 0o600 });
      renameSync(next, path);
    },
    release() {
      if (released) return;
      released = true;
      rmSync(path, { force: true });
    },
  };
}

/** @param {number} ms */
function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** @param {unknown} error */
function isMissing(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
}
