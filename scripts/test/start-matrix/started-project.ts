import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, readlinkSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './places.js';

const readyLimitMs = 300_000;

/** One `npm start`, as a person or a process manager sees it. */
export class StartedProject {
  private readonly child: ChildProcess;
  private text = '';
  private readonly exit: Promise<number | null>;

  constructor(
    private readonly place: Place,
    private readonly port: number,
  ) {
    const { folder, home, path, user } = place;
    this.child = spawn('npm', ['start'], {
      cwd: folder,
      env: { PATH: path, HOME: home, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...user,
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding('utf8').on('data', (data: string) => (this.text += data));
    }
    this.exit = new Promise((done) => this.child.once('exit', (code) => done(code)));
  }

  get output(): string {
    return this.text;
  }

  /** @returns seconds until it answered */
  async ready(): Promise<number> {
    const started = Date.now();
    while (!this.text.includes('is ready')) {
      if (this.child.exitCode !== null) throw new Error(`npm start ended:\n${this.text}`);
      if (Date.now() - started > readyLimitMs) throw new Error(`npm start was not ready:\n${this.text}`);
      await sleep(50);
    }
    if (!(await answers(this.port))) throw new Error(`Nothing listens on port ${this.port}:\n${this.text}`);
    return (Date.now() - started) / 1000;
  }

  async ended(): Promise<number | null> {
    return this.exit;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** All that works in the project's folder, npm and the database included. */
  processes(): number[] {
    return processesBelow(this.place.folder);
  }

  supervisor(): number {
    const file = join(this.place.folder, 'data', 'run', 'supervisor.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
  }
}

/** Whether something accepts connections there. */
export async function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true)).once('error', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Processes whose working folder or command line is below a folder. */
export function processesBelow(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const where = readlinkSync(`/proc/${pid}/cwd`);
        return where.startsWith(folder) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    });
}
