import { spawn, type ChildProcess } from 'node:child_process';

/** How many of its last characters are told when a process fails. */
const tailLength = 4_000;

/** A process of the system under test. */
export interface Child {
  /** Asks it to finish its work and waits until it has ended. */
  stop(): Promise<void>;
  /** Ends it at once, as the loss of power would. */
  kill(): Promise<void>;
}

/**
 * Starts a JavaScript file and waits until it says that it accepts work.
 * @throws with its last words when it ends before that.
 */
export async function startChild(file: string, env: NodeJS.ProcessEnv): Promise<Child> {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (tail = (tail + text).slice(-tailLength)));
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await Promise.race([
    ready(child),
    ended.then(() => {
      throw new Error(`${file} ended before it was ready:\n${tail}`);
    }),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') done();
    });
  });
}
