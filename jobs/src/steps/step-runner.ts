import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { stepsWith, type Failpoints } from '@crowd-recital/core/failpoints/failpoints.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import { traced } from '@crowd-recital/core/tracing/tracing.js';

/** Runs one step by its name. Nothing of a job waits for anything outside of one. */
export type Step<Name extends string> = <Result>(name: Name, work: () => Promise<Result>) => Promise<Result>;

/** A step took longer than it ever should: something that it waits for does not answer. */
export class StepTimeoutError extends Error {
  constructor(step: string, seconds: number) {
    super(`The step ${step} did not end within ${seconds} s.`);
    this.name = 'StepTimeoutError';
  }
}

/** How the steps of one piece of work are run. */
export interface StepOptions<Name extends string> {
  readonly log: Logger;
  /** Once it is aborted no further step begins, and one that hangs is left behind: the call throws its reason. */
  readonly signal: AbortSignal;
  readonly failpoints: Failpoints<Name> | undefined;
  /** Seconds that a step may take. */
  readonly limitOf: (name: Name) => number;
}

/** Milliseconds that a step gets to end by itself (to stop ffmpeg, say) when it is told to. */
const grace = 5_000;

/** A step that was left behind may wake up later; what it then writes is fenced by the claim's epoch. */
export function stepRunner<Name extends string>(options: StepOptions<Name>): Step<Name> {
  const { log, signal, failpoints, limitOf } = options;
  return async (name, work) => {
    signal.throwIfAborted();
    const over = new AbortController();
    const run = stepsWith(failpoints)(name, async () => {
      AbortSignal.any([signal, over.signal]).throwIfAborted();
      const began = performance.now();
      const result = await traced(`step ${name}`, {}, work);
      log.debug({ step: name, milliseconds: Math.round(performance.now() - began) }, 'job step');
      return result;
    });
    try {
      return await Promise.race([
        run,
        afterLimit(name, limitOf(name), over.signal),
        afterGrace(signal, over.signal),
      ]);
    } finally {
      over.abort();
      run.catch((error: unknown) => log.debug({ err: error, step: name }, 'a step ended in an error'));
    }
  };
}

async function afterLimit(name: string, seconds: number, over: AbortSignal): Promise<never> {
  await wait(seconds * 1000, undefined, { signal: over });
  throw new StepTimeoutError(name, seconds);
}

async function afterGrace(signal: AbortSignal, over: AbortSignal): Promise<never> {
  await once(signal, 'abort', { signal: over });
  await wait(grace, undefined, { signal: over });
  return Promise.reject(signal.reason as Error);
}
