import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly end: () => Promise<void>;
}

/**
 * Starts a server, which tells its parent when it is ready.
 * @param entry - a built file, or a `.ts` one.
 * @param nodeOptions - for Node itself, such as `--cpu-prof`.
 * @param onLogLine - gets each line of its log.
 */
export async function startServer(
  entry: string,
  env: NodeJS.ProcessEnv,
  nodeOptions: readonly string[] = [],
  onLogLine?: (line: string) => void,
): Promise<ServerProcess> {
  const child = fork(entry, {
    execArgv: [...nodeOptions, ...(entry.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [])],
    stdio: ['ignore', onLogLine === undefined ? 'ignore' : 'pipe', 'inherit', 'ipc'],
    // As many threads for the disk as deploy/ gives the API; what it is compared with has them too.
    env: { PATH: process.env.PATH, NODE_ENV: 'production', UV_THREADPOOL_SIZE: '16', ...env },
  });
  if (onLogLine !== undefined && child.stdout !== null) createInterface(child.stdout).on('line', onLogLine);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${entry} ended before it was ready.`);
    }),
  ]);
  return { pid: child.pid ?? 0, end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Megabytes of memory that a process holds; undefined where there is no /proc. */
export async function residentMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}
