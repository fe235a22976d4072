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

/** Where each of several sessions is to stand. */
interface CrashPoint extends Point {
  readonly sessionId: string;
}

/** Runs a job on each session in a process of its own, which is killed when each has come to its point. */
export async function crashAt(
  { database, dataFolder }: Workshop,
  job: Crash['job'],
  at: readonly CrashPoint[],
): Promise<void> {
  const crash: Crash = { databaseUrl: database.connectionString, dataFolder, job, at };
  const child = fork(fileURLToPath(new URL('./crash-at.ts', import.meta.url)), [JSON.stringify(crash)], {
    execArgv: ['--conditions=development', '--import=tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' });
}

/**
 * For `beforeAll`: one process dies while it works on a session for each point. To start one for each took most of the
 * time of the tests.
 * @param session - makes one that the job has to come to the point with
 * @returns the session that stood at a point
 */
export async function crashTogether<Session extends { readonly id: string }>(
  workshop: Workshop,
  job: Crash['job'],
  points: readonly Point[],
  session: (point: Point) => Promise<Session>,
): Promise<(point: Point) => Session> {
  const sessions = new Map<string, Session>();
  for (const point of points) sessions.set(nameOf(point), await session(point));
  const sessionOf = (point: Point): Session => {
    const found = sessions.get(nameOf(point));
    if (found === undefined) throw new Error(`Nothing died ${nameOf(point)}.`);
    return found;
  };
  await crashAt(
    workshop,
    job,
    points.map((point) => ({ ...point, sessionId: sessionOf(point).id })),
  );
  return sessionOf;
}

const nameOf = ({ step, moment }: Point): string => `${moment} ${step}`;
