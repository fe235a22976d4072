import { setTimeout as wait } from 'node:timers/promises';
import type { Mischief } from '@crowd-recital/core/test/s3-server/s3-server.js';
import type { ChaosSystem } from './chaos-system.js';
import type { FaultPlan, NetworkFault, ProcessFault, StoreFault } from './fault-plan.js';
import type { Random } from './random.js';

/** Of the connections this share meets a fault, of the store's requests that one. */
const shares = { network: 0.45, store: 0.12 };

const mischiefs: Readonly<Record<StoreFault['kind'], readonly Mischief[]>> = {
  'store-error': ['error-500', 'error-503'],
  'store-cut': ['cut-connection', 'cut-body'],
  'store-other-bytes': ['store-other-bytes'],
  'store-slow': ['slow'],
};

/** Hands out the faults of a plan as the system works, and counts those that happened. */
export class FaultFeed {
  readonly counts = new Map<string, number>();
  readonly #plan: FaultPlan;
  readonly #random: Random;

  constructor(plan: FaultPlan, random: Random) {
    this.#plan = plan;
    this.#random = random;
  }

  /** Faults that have not happened yet. */
  get left(): number {
    const { network, store, processes } = this.#plan;
    return network.length + store.length + processes.length;
  }

  /** What happens to the next connection. @param flips - true: its bytes may be flipped. */
  network(flips: boolean): NetworkFault | undefined {
    if (!this.#random.chance(shares.network)) return undefined;
    const queue = this.#plan.network;
    const at = queue.findIndex(({ kind }) => flips || !kind.startsWith('flipped'));
    const [fault] = at < 0 ? [] : queue.splice(at, 1);
    if (fault !== undefined) this.#count(fault.kind === 'cut' ? `cut ${fault.stage}` : fault.kind);
    return fault;
  }

  /** Makes a bucket do wrong, now and then. */
  trouble(bucket: NonNullable<ChaosSystem['bucket']>): void {
    let current: { readonly kind: StoreFault['kind']; left: number } | undefined;
    bucket.mischief = ({ method }) => {
      if (current === undefined && this.#random.chance(shares.store)) {
        const fault = this.#plan.store.shift();
        if (fault !== undefined) {
          current = { kind: fault.kind, left: fault.requests };
          this.#count(fault.kind);
        }
      }
      if (current === undefined) return 'none';
      const choices = mischiefs[current.kind];
      current.left -= 1;
      const mischief = choices[this.#random.whole(0, choices.length - 1)] ?? 'none';
      if (current.left === 0) current = undefined;
      // Bytes are only stored by a PUT, and only a GET has a body to cut.
      if (mischief === 'store-other-bytes' && method !== 'PUT') return 'error-500';
      return mischief === 'cut-body' && method !== 'GET' ? 'cut-connection' : mischief;
    };
  }

  /** Kills, pauses and leaps, one after the other. Resolves after the last one. */
  async disturbProcesses(system: ChaosSystem): Promise<void> {
    for (
      let fault = this.#plan.processes.shift();
      fault !== undefined;
      fault = this.#plan.processes.shift()
    ) {
      await wait(fault.after);
      await this.#disturb(system, fault);
      this.#count(fault.kind);
    }
  }

  async #disturb({ database, workers, apis }: ChaosSystem, { kind }: ProcessFault): Promise<void> {
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[this.#random.whole(0, items.length - 1)];
    switch (kind) {
      case 'worker-killed': {
        const worker = pick(workers);
        await worker?.ready();
        worker?.kill();
        return;
      }
      case 'api-killed': {
        const api = pick(apis);
        await api?.ready();
        api?.kill();
        return;
      }
      case 'worker-paused': {
        const worker = pick(workers);
        await worker?.ready();
        worker?.pause();
        await database.leapInTime();
        await wait(this.#random.whole(500, 3_000));
        worker?.goOn();
        return;
      }
      case 'database-killed':
        return database.killAndRestart();
      case 'time-leaps':
        return database.leapInTime();
    }
  }

  #count(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }
}
