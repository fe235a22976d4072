import { readdir, readFile } from 'node:fs/promises';

/** Of a clock tick: what Linux counts processor time in, on every architecture that Node runs on. */
const tickSeconds = 0.01;

/**
 * Seconds of processor time that a process has used so far, together with its children that live: those of PostgreSQL are
 * its connections. How busy a machine is besides does not change it, as it does whatever is timed by a clock.
 * @returns 0 where there is no /proc.
 */
export async function processorSeconds(pid: number): Promise<number> {
  const children = await childrenOf(pid);
  const ticks = await Promise.all([pid, ...children].map(ticksOf));
  return ticks.reduce((sum, each) => sum + each, 0) * tickSeconds;
}

/**
 * Seconds of processor time of this process, and of the programs that it started and that have ended.
 * @returns 0 and 0 where there is no /proc.
 */
export async function ownProcessorSeconds(): Promise<{ readonly own: number; readonly programs: number }> {
  const [user = 0, system = 0, childrensUser = 0, childrensSystem = 0] = await ticksIn('self');
  return { own: (user + system) * tickSeconds, programs: (childrensUser + childrensSystem) * tickSeconds };
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}

async function ticksOf(pid: number): Promise<number> {
  const [user = 0, system = 0] = await ticksIn(String(pid));
  return user + system;
}

/**
 * https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime, stime, cutime and cstime are fields 14 to 17.
 * @param process - its number, or `self`.
 */
async function ticksIn(process: string): Promise<number[]> {
  const stat = await readFile(`/proc/${process}/stat`, 'utf8').catch(() => '');
  // The name, field 2, may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).map(Number);
}
