import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Box } from '@crowd-recital/core/audio/box.js';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { ReaderMessage, ReaderOrder } from './reader/messages.js';

/** What one file may use. */
export interface ReaderLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

export const readerLimits: ReaderLimits = { seconds: 60, megabytes: 512 };

/** What a file was read as. */
export type ReadTexts = Omit<Extract<ReaderMessage, { kind: 'done' }>, 'kind'>;

/** How to run the reader. */
export interface ReaderRun {
  readonly box: Box;
  readonly limits: ReaderLimits;
  readonly signal: AbortSignal;
  readonly onProgress: (percent: number) => void;
}

const isSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./reader/main.${isSource ? 'ts' : 'js'}`, import.meta.url));

/** Sources need what translates them; the built product needs nothing. */
function loader(): string[] {
  if (!isSource) return [];
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return ['--conditions=development', `--import=${tsx}`];
}

/**
 * Reads a file in a process of its own: without network, environment and right to write, with limits of time and
 * memory that end it and nothing else.
 * @throws TextRefusedError when the file cannot be read, or takes more than it may; what `signal` was aborted with.
 */
export async function runReader(
  order: ReaderOrder,
  bytes: Buffer,
  { box, limits, signal, onProgress }: ReaderRun,
): Promise<ReadTexts> {
  signal.throwIfAborted();
  const [command = '', ...args] = readerCommand(order, box, limits);
  const child = spawn(command, args, {
    cwd: tmpdir(),
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  const kill = (): void => void child.kill('SIGKILL');
  const timer = setTimeout(kill, limits.seconds * 1_000);
  signal.addEventListener('abort', kill, { once: true });
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // A reader that was killed takes no more of its file.
    child.stdin.on('error', () => undefined).end(bytes);
    let last: ReaderMessage | undefined;
    for await (const line of createInterface({ input: child.stdout, crlfDelay: Infinity })) {
      last = JSON.parse(line) as ReaderMessage;
      if (last.kind === 'progress') onProgress(last.percent);
    }
    const code = await ended;
    signal.throwIfAborted();
    return outcome(last, code);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    kill();
  }
}

/** A reader that stumbles over its file says so by its exit code; one that had too much to do was killed. */
function outcome(last: ReaderMessage | undefined, code: number | null): ReadTexts {
  if (last?.kind === 'done') return last;
  if (last?.kind === 'refused') throw new TextRefusedError(last.refusal, 'file');
  throw new TextRefusedError(code === 1 ? 'broken-file' : 'too-complex', 'file');
}

/** WebAssembly and the heap reserve addresses that they never use: what counts is the memory that is written to. */
function readerCommand(order: ReaderOrder, { withoutNetwork, prlimit }: Box, limits: ReaderLimits): string[] {
  const { seconds, megabytes } = limits;
  const limited =
    prlimit === undefined
      ? []
      : [prlimit, `--cpu=${seconds}`, `--data=${megabytes * 2 ** 20}`, '--fsize=0', '--core=0', '--'];
  return [
    ...withoutNetwork,
    ...limited,
    process.execPath,
    `--max-old-space-size=${Math.floor(megabytes * 0.75)}`,
    ...loader(),
    program,
    JSON.stringify(order),
  ];
}
