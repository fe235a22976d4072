import { setTimeout as wait } from 'node:timers/promises';
import { median, percentile } from '../table.js';

/** Sends one segment. @throws when it was not taken. */
export type Attempt = (index: number) => Promise<void>;

/** What a load came to. Times are milliseconds. */
export interface LoadResult {
  readonly sent: number;
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

/** Seconds of voice in a segment: so often does each speaker send one. */
const interval = 10;

/**
 * Segments arrive as speakers send them, at random moments, whether or not earlier ones were answered; time counts from
 * the moment at which one was to be sent, so that a server that falls behind cannot hide it.
 */
export async function openLoop(attempt: Attempt, speakers: number, seconds: number): Promise<LoadResult> {
  const times: number[] = [];
  let failed = 0;
  const perSecond = speakers / interval;
  const began = performance.now();
  const running: Promise<void>[] = [];
  let due = 0;
  for (let index = 0; ; index += 1) {
    due += (-Math.log(1 - Math.random()) / perSecond) * 1000;
    if (due > seconds * 1000) break;
    const left = began + due - performance.now();
    if (left > 0) await wait(left);
    const planned = began + due;
    running.push(
      attempt(index).then(
        () => void times.push(performance.now() - planned),
        () => {
          failed += 1;
        },
      ),
    );
  }
  await Promise.all(running);
  return resultOf(times, failed, began);
}

/** As many as it can take: each of some connections sends one after the other. */
export async function closedLoop(
  attempt: Attempt,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const end = began + seconds * 1000;
  const one = async (connection: number): Promise<void> => {
    for (let index = connection; performance.now() < end; index += connections) {
      const sent = performance.now();
      await attempt(index).then(
        () => times.push(performance.now() - sent),
        () => (failed += 1),
      );
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  return resultOf(times, failed, began);
}

function resultOf(times: number[], failed: number, began: number): LoadResult {
  const seconds = (performance.now() - began) / 1000;
  return { sent: times.length, failed, seconds, p50: median(times), p99: percentile(times, 0.99) };
}
