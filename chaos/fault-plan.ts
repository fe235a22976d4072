import type { Random } from './random.js';

/** At which moment of a request a connection is cut. */
export const cutStages = [
  'on-connect',
  'in-the-head',
  'after-the-head',
  'in-the-body',
  'before-the-last-byte',
  'before-the-answer',
  'in-the-answer',
] as const;
export type CutStage = (typeof cutStages)[number];

/** Something that happens to one connection between a speaker and the API. */
export type NetworkFault =
  | { readonly kind: 'cut'; readonly stage: CutStage }
  | { readonly kind: 'flipped-byte-up' | 'flipped-byte-down' }
  | { readonly kind: 'stalled-connection'; readonly milliseconds: number };

/** Something that the bucket does wrong with the next requests. */
export interface StoreFault {
  readonly kind: 'store-error' | 'store-cut' | 'store-other-bytes' | 'store-slow';
  /** How many requests in a row meet it. */
  readonly requests: number;
}

/** Something that happens to a process, to the database, or to time. */
export interface ProcessFault {
  readonly kind: 'worker-killed' | 'api-killed' | 'worker-paused' | 'database-killed' | 'time-leaps';
  /** Milliseconds after the one before it. */
  readonly after: number;
}

/** Every fault of one run, in three queues that are taken from as the system works. */
export interface FaultPlan {
  readonly network: NetworkFault[];
  readonly store: StoreFault[];
  readonly processes: ProcessFault[];
}

/** Shares of a hundred; the first five are the processes', the store's only where there is a bucket. */
const shares = {
  'worker-killed': 5,
  'api-killed': 4,
  'worker-paused': 1,
  'database-killed': 1.5,
  'time-leaps': 1.5,
  'store-error': 10,
  'store-cut': 6,
  'store-other-bytes': 4,
  'store-slow': 4,
  'flipped-byte-up': 9,
  'flipped-byte-down': 6,
  'stalled-connection': 5,
} as const;

/** @param bucket - true: the store is a bucket, which can do wrong too; what is left over are cut connections. */
export function planFaults(
  count: number,
  random: Random,
  { bucket }: { readonly bucket: boolean },
): FaultPlan {
  const plan: FaultPlan = { network: [], store: [], processes: [] };
  let planned = 0;
  for (const [kind, share] of Object.entries(shares) as [keyof typeof shares, number][]) {
    if (kind.startsWith('store-') && !bucket) continue;
    const times = Math.max(1, Math.round((count * share) / 100));
    for (let time = 0; time < times && planned < count; time += 1, planned += 1) add(plan, kind, random);
  }
  for (; planned < count; planned += 1) {
    plan.network.push({ kind: 'cut', stage: cutStages[planned % cutStages.length] ?? 'on-connect' });
  }
  return {
    network: random.shuffled(plan.network),
    store: random.shuffled(plan.store),
    processes: random.shuffled(plan.processes),
  };
}

function add(plan: FaultPlan, kind: keyof typeof shares, random: Random): void {
  switch (kind) {
    case 'flipped-byte-up':
    case 'flipped-byte-down':
      plan.network.push({ kind });
      return;
    case 'stalled-connection':
      plan.network.push({ kind, milliseconds: random.whole(200, 2_000) });
      return;
    case 'store-error':
    case 'store-cut':
    case 'store-other-bytes':
    case 'store-slow':
      plan.store.push({ kind, requests: random.whole(1, 6) });
      return;
    default:
      plan.processes.push({ kind, after: random.whole(300, 1_800) });
  }
}
