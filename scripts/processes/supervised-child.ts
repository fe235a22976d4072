import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildLog } from './child-log.js';
import { killGroup, type ChildRegistry } from './child-registry.js';
import { createCrashPolicy } from './crash-policy.js';

/** How to run a child. It sends `{ type: 'ready' }` when it accepts work and stops by itself on 'disconnect'. */
export interface ChildPlan {
  name: string;
  command: readonly [string, ...string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** a change in these folders restarts it; a crash then waits for the next change */
  watch?: readonly string[];
}

export interface ChildHooks {
  registry: ChildRegistry;
  /** an event that the person at the terminal should see */
  tell: (message: string) => void;
  /** it crashed again and again */
  onGiveUp: (reason: string) => void;
}

const readyLimitMs = 60_000;

/** Keeps one child process running until it is stopped. */
export class SupervisedChild {
  private process: ChildProcess | null = null;
  private stopping = false;
  private restarting = false;
  private everReady = false;
  private readonly nextDelay = createCrashPolicy();

  constructor(
    readonly plan: ChildPlan,
    private readonly log: ChildLog,
    private readonly hooks: ChildHooks,
  ) {}

  /**
   * Starts it and waits until it is ready.
   * @throws with its last words when it ends before that
   */
  async start(): Promise<void> {
    const child = this.spawn();
    const timeLimit = new AbortController();
    try {
      await Promise.race([
        whenReady(child),
        whenEnded(child).then(() => this.failStart('ended before it was ready')),
        sleep(readyLimitMs, undefined, { signal: timeLimit.signal }).then(() =>
          this.failStart(`was not ready within ${readyLimitMs / 1000} s`),
        ),
      ]);
      this.everReady = true;
    } finally {
      timeLimit.abort();
    }
  }

  /** Ends it (it drains) and starts it anew. Several calls while it drains are one. */
  async restart(env?: NodeJS.ProcessEnv): Promise<void> {
    if (env !== undefined) this.plan.env = env;
    if (this.restarting || this.stopping) return;
    this.restarting = true;
    await this.end();
    this.restarting = false;
    if (!this.isStopped()) this.spawn();
  }

  /** Asks it to finish what it is at; after `limitMs` it is killed. */
  async stop(limitMs?: number): Promise<void> {
    this.stopping = true;
    await this.end(limitMs);
  }

  kill(): void {
    this.stopping = true;
    const pid = this.process?.pid;
    if (pid !== undefined) killGroup(pid);
  }

  private isStopped(): boolean {
    return this.stopping;
  }

  private spawn(): ChildProcess {
    const { name, cwd, env } = this.plan;
    const [file, ...args] = this.plan.command;
    const { descriptor } = this.log;
    // A group of its own, so that Ctrl-C in the terminal reaches only the supervisor.
    const child = spawn(file, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', descriptor, descriptor, 'ipc'],
    });
    this.process = child;
    this.hooks.registry.add(name, child.pid);
    child.on('error', (error) => this.hooks.tell(`${name}: ${error.message}`));
    void whenEnded(child).then((how) => {
      this.hooks.registry.remove(child.pid);
      if (this.process !== child) return;
      this.process = null;
      if (!this.stopping && !this.restarting && (this.everReady || this.plan.watch)) void this.recover(how);
    });
    return child;
  }

  private async recover(how: string): Promise<void> {
    this.log.look();
    const { name, watch } = this.plan;
    if (watch !== undefined) {
      this.hooks.tell(`${name} ended (${how}); it starts again when a file changes.`);
      return;
    }
    const delay = this.nextDelay();
    if (delay === null) {
      this.hooks.onGiveUp(`${name} ended again and again (${how}). Its log: ${this.log.path}`);
      return;
    }
    this.hooks.tell(`${name} ended unexpectedly (${how}) and is started again. Its log: ${this.log.path}`);
    await sleep(delay);
    if (!this.stopping && this.process === null) this.spawn();
  }

  private async end(limitMs = 25_000): Promise<void> {
    const child = this.process;
    if (child?.pid === undefined) return;
    const ended = whenEnded(child);
    child.kill('SIGTERM');
    const { pid } = child;
    const hard = setTimeout(() => killGroup(pid), limitMs);
    await ended;
    clearTimeout(hard);
    this.process = null;
  }

  private failStart(what: string): Promise<void> {
    if (this.stopping) return new Promise(() => undefined);
    this.log.look();
    throw new Error(`${this.plan.name} ${what}. Its log: ${this.log.path}`);
  }
}

function whenReady(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') done();
    });
  });
}

/** @returns how it ended, for people */
function whenEnded(child: ChildProcess): Promise<string> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve('already');
  return new Promise((done) => {
    child.once('exit', (code, signal) => done(signal === null ? `exit code ${code}` : `signal ${signal}`));
    child.once('error', (error) => done(error.message));
  });
}
