import { spawn, type ChildProcess } from 'node:child_process';
import { openSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** What to run, and where its log goes. */
export interface ProcessPlan {
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** Milliseconds that a start may take, on a machine that is busy. */
const readyLimit = 180_000;

/** A process of the product that is started again whenever it has ended, until it is no longer wanted. */
export class KeptProcess {
  readonly #plan: ProcessPlan;
  #child: ChildProcess | undefined;
  #isReady = false;
  #wanted = true;
  #unasked = 0;
  #killed = false;

  constructor(plan: ProcessPlan) {
    this.#plan = plan;
    this.#start();
  }

  /** Resolves once it has said that it accepts work. @throws when it does not in time. */
  async ready(): Promise<void> {
    const end = performance.now() + readyLimit;
    while (!this.#isReady) {
      if (performance.now() > end) throw new Error(`It does not start: ${this.#plan.logFile}`);
      await wait(50);
    }
  }

  /**
   * How often it ended, once it worked, though nobody had killed it. One that finds no database while it starts says so
   * and ends; whoever keeps it starts it again.
   */
  get unasked(): number {
    return this.#unasked;
  }

  /** Ends it as the loss of power would; it is started again at once. */
  kill(): void {
    this.#killed = true;
    this.#child?.kill('SIGKILL');
  }

  /**
   * Asks it to end, as whoever deploys a new release does, and waits for the next one to work.
   * @returns the exit code: 0 when it ended in order.
   */
  async restart(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) throw new Error('It does not run.');
    this.#killed = true;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await exited) as [number | null];
    await this.ready();
    return code;
  }

  pause(): void {
    this.#child?.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.#wanted = false;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  #start(): void {
    const { entry, env, logFile } = this.#plan;
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', log, log, 'ipc'] });
    this.#child = child;
    this.#killed = false;
    this.#isReady = false;
    child.once('message', () => {
      this.#isReady = true;
    });
    child.once('exit', () => {
      const worked = this.#isReady;
      this.#isReady = false;
      if (!this.#wanted) return;
      if (worked && !this.#killed) this.#unasked += 1;
      setTimeout(() => {
        if (this.#wanted) this.#start();
      }, 100);
    });
  }
}
