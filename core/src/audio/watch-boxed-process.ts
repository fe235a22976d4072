import { AudioToolError } from './audio-tool-error.js';
import type { BoxedProcess, BoxLimits } from './box.js';
import { Tail } from './tail.js';

/** Characters of standard error that are kept: damaged input can make ffmpeg write without end. */
const lastWordsLength = 4_000;

/** How to watch over one run. */
export interface Watch {
  readonly name: string;
  readonly limits: BoxLimits;
  /** Kills the run; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the program writes to standard output, unless that is a file. Throwing kills the run, and is what the promise is rejected with. */
  readonly onOutput?: ((chunk: Buffer) => void) | undefined;
}

/**
 * Waits for the end of a program: until it has exited and everything it wrote has been read.
 * @returns its last words on standard error.
 * @throws AudioToolError when it could not be started, failed, was killed or took too long.
 */
export async function watchBoxedProcess(child: BoxedProcess, watch: Watch): Promise<string> {
  const lastWords = new Tail(lastWordsLength);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => lastWords.append(text));
  const { promise, resolve, reject } = withResolvers<string>();
  const killBecause = (reason: unknown): void => {
    reject(reason);
    child.kill('SIGKILL');
  };
  const onAbort = (): void => killBecause(watch.signal?.reason);
  const timer = setTimeout(
    () =>
      killBecause(new AudioToolError('time-limit', `${watch.name} ran longer than it may`, lastWords.text)),
    watch.limits.wallSeconds * 1000,
  );
  child.stdout?.on('data', (chunk: Buffer) => {
    try {
      watch.onOutput?.(chunk);
    } catch (error) {
      killBecause(error);
    }
  });
  child.once('error', (error) =>
    reject(new AudioToolError('start', `${watch.name} did not start: ${error.message}`)),
  );
  child.once('close', (code, signal) => {
    if (code === 0) resolve(lastWords.text);
    else if (signal !== null)
      reject(new AudioToolError('signal', `${watch.name} was killed by ${signal}`, lastWords.text));
    else reject(new AudioToolError('exit', `${watch.name} ended with code ${String(code)}`, lastWords.text));
  });
  watch.signal?.addEventListener('abort', onAbort, { once: true });
  if (watch.signal?.aborted === true) onAbort();
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    watch.signal?.removeEventListener('abort', onAbort);
  }
}

interface Resolvers<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers<T>(): Resolvers<T> {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
