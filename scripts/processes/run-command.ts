import { spawn } from 'node:child_process';
import { killGroup, type ChildRegistry } from './child-registry.js';

export interface CommandResult {
  ok: boolean;
  /** everything it printed, both streams as they came */
  output: string;
}

/**
 * Runs a program to its end and keeps what it prints.
 * @param options.registry records it while it runs
 * @param options.signal ends it, with all that it started
 */
export function runCommand(
  [file, ...args]: readonly [string, ...string[]],
  options: {
    name: string;
    cwd: string;
    env?: NodeJS.ProcessEnv;
    registry?: ChildRegistry;
    signal?: AbortSignal;
  },
): Promise<CommandResult> {
  const { name, cwd, env = process.env, registry, signal } = options;
  return new Promise((done) => {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    registry?.add(name, child.pid);
    const abort = () => child.pid !== undefined && killGroup(child.pid);
    signal?.addEventListener('abort', abort);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    const finish = (ok: boolean) => {
      signal?.removeEventListener('abort', abort);
      registry?.remove(child.pid);
      done({ ok, output });
    };
    child.on('error', (error) => {
      output += `${file} could not be started: ${error.message}\n`;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
