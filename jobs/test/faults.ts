import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { usualLease, type JobFailpoints, type LeaseTimes } from '../src/dependencies.js';
import type { Crash } from './crash-at.js';
import type { Workshop } from './workshop.js';

/** Where something happens. */
export interface Point<Step extends string = string> {
  readonly step: Step;
  readonly moment: 'before' | 'after';
}

/** Every step before it begins, and the last one when it has ended. */
export function pointsOf<Step extends string>(steps: readonly Step[]): Point<Step>[] {
  const last = steps.at(-1);
  return [
    ...steps.map((step) => ({ step, moment: 'before' as const })),
    ...(last === undefined ? [] : [{ step: last, moment: 'after' as const }]),
  ];
}

/** Does something once, when the work comes to a point. */
export function onceAt(
  { step, moment }: Point,
  act: () => Promise<void>,
): JobFailpoints & { readonly reached: () => boolean } {
  let reached = false;
  const failpoints: JobFailpoints = async (at, when) => {
    if (reached || at !== step || when !== moment) return;
    reached = true;
    await act();
  };
  return Object.assign(failpoints, { reached: () => reached });
}

export const throwing = (): Promise<void> => Promise.reject(new Error('failpoint'));

export const hanging = (): Promise<void> => new Promise(() => undefined);

/** So short that a test can wait for it, and long enough for what does not hang, on a machine that is busy. */
export const shortSteps: LeaseTimes = { ...usualLease, stepSeconds: 12, boxedStepSeconds: 12 };

/** Runs a job in a process of its own, which is killed at a point. */
export async function crashAt(
  { database, dataFolder }: Workshop,
  { step, moment }: Point,
  what: Pick<Crash, 'job' | 'sessionId'>,
): Promise<void> {
  const crash: Crash = { databaseUrl: database.connectionString, dataFolder, step, moment, ...what };
  const child = fork(fileURLToPath(new URL('./crash-at.ts', import.meta.url)), [JSON.stringify(crash)], {
    execArgv: ['--conditions=development', '--import=tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
}
