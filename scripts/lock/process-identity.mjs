// @ts-check
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

/**
 * A process that cannot be mistaken for a later one that was given the same number.
 * @typedef {{ pid: number, startTime: string }} ProcessIdentity
 */

/**
 * When a process started, in whatever form the system tells it (only good for comparing).
 * @param {number} pid
 * @returns {string | null} null when no such process lives; a zombie counts as dead
 */
export function processStartTime(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? linuxStartTime(pid) : portableStartTime(pid);
}

/** @param {number} pid */
function linuxStartTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may itself hold brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    // Ticks since boot mean nothing after a reboot, therefore the boot's id.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function portableStartTime(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const text = status === 0 ? stdout.trim() : '';
  return text === '' ? null : text;
}

/**
 * @param {number} pid
 * @returns {ProcessIdentity | null}
 */
export function identifyProcess(pid) {
  const startTime = processStartTime(pid);
  return startTime === null ? null : { pid, startTime };
}

/**
 * @param {ProcessIdentity} identity
 * @returns {boolean} whether that very process (not another with its number) still runs
 */
export function isAlive(identity) {
  return processStartTime(identity.pid) === identity.startTime;
}
