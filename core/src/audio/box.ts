import { spawn, type ChildProcess } from 'node:child_process';
import { findOnPath } from './executable-file.js';

/** Programs in front of ffmpeg that take its network and its appetite away, as far as this machine has them. */
export interface Box {
  /** Command and arguments that put a program into an empty network; empty where that is not allowed. */
  readonly withoutNetwork: readonly string[];
  /** Path of prlimit. */
  readonly prlimit: string | undefined;
}

/** What one run may use. The operating system enforces the first three where prlimit exists. */
export interface BoxLimits {
  readonly cpuSeconds: number;
  readonly memoryBytes: number;
  /** Of each file it writes. */
  readonly fileBytes: number;
  /** After this many seconds by the clock it is killed. */
  readonly wallSeconds: number;
}

/** Its standard output is null where it goes to a file. */
export type BoxedProcess = ChildProcess;

/** What a program needs on top of what it reads and writes: standard streams, libraries. */
const openFiles = 64;

/** More than any run asks for: where these can be set, smaller ones can, whatever the limits of this process are. */
const generous = { cpuSeconds: 86_400, memoryBytes: 2 ** 33, fileBytes: 2 ** 40, wallSeconds: 5 };

/**
 * Finds out what this machine offers. Containers often forbid namespaces, and a lower hard limit cannot be raised;
 * then the white lists and the clock have to do.
 */
export async function findBox(): Promise<Box> {
  const [prlimit, unshare, nothing] = await Promise.all(['prlimit', 'unshare', 'true'].map(findOnPath));
  if (nothing === undefined) return { withoutNetwork: [], prlimit: undefined };
  const limits = prlimit === undefined ? [] : limited(prlimit, generous);
  return {
    withoutNetwork: unshare === undefined ? [] : await wayWithoutNetwork(unshare, nothing),
    prlimit: limits.length > 0 && (await succeeds([...limits, nothing])) ? prlimit : undefined,
  };
}

async function wayWithoutNetwork(unshare: string, nothing: string): Promise<readonly string[]> {
  const ways = [
    [unshare, '--net', '--'],
    [unshare, '--user', '--map-root-user', '--net', '--'],
  ];
  for (const way of ways) {
    if (await succeeds([...way, nothing])) return way;
  }
  return [];
}

/**
 * Starts a program inside the box: empty environment, no input, no network, limits. Everything in front of it
 * replaces itself by it, so that the process that is returned (and killed) is the program's own.
 * @param options.output - descriptor of a file that takes its standard output, instead of a pipe.
 */
export function spawnBoxed(
  box: Box,
  program: string,
  args: readonly string[],
  options: { readonly limits: BoxLimits; readonly folder: string; readonly output?: number },
): BoxedProcess {
  const limits = box.prlimit === undefined ? [] : limited(box.prlimit, options.limits);
  const [command = program, ...rest] = [...box.withoutNetwork, ...limits, program, ...args];
  return spawn(command, rest, {
    cwd: options.folder,
    env: {},
    stdio: ['ignore', options.output ?? 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function limited(prlimit: string, limits: BoxLimits): string[] {
  return [
    prlimit,
    `--cpu=${Math.ceil(limits.cpuSeconds)}`,
    `--as=${limits.memoryBytes}`,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${openFiles}`,
    '--core=0',
    '--',
  ];
}

async function succeeds([command = '', ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: {}, stdio: 'ignore', timeout: generous.wallSeconds * 1000 });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
