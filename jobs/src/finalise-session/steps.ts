import type { Logger } from '@crowd-recital/core/logging/logger.js';

/** Every step of a finalisation, in order. Each one can fail, hang or end the process; tests make it do so. */
export const finalisationSteps = [
  'claim',
  'read-manifest',
  'find-staged',
  'prepare-work-folder',
  'concatenate-segments',
  'store-source',
  'find-readable',
  'read-source',
  'transcode',
  'check-durations',
  'write-transcript',
  'write-manifest',
  'stage-artifacts',
  'commit-aggregated',
  'confirm-claim',
  'publish-artifacts',
  'commit-finalised',
  'flag-attention',
] as const;
export type FinalisationStep = (typeof finalisationSteps)[number];

/** Called before and after each step; a test may throw, wait or kill there. */
export type Failpoints = (step: FinalisationStep, moment: 'before' | 'after') => Promise<void>;

/** Runs one step by its name. Nothing of a finalisation waits for anything outside of one. */
export type Step = <Result>(name: FinalisationStep, work: () => Promise<Result>) => Promise<Result>;

/** @param signal - once it is aborted no further step begins: the step call throws its reason. */
export function stepRunner(options: {
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly failpoints: Failpoints | undefined;
}): Step {
  const { log, signal, failpoints } = options;
  return async (name, work) => {
    signal.throwIfAborted();
    await failpoints?.(name, 'before');
    signal.throwIfAborted();
    const began = performance.now();
    const result = await work();
    log.debug({ step: name, milliseconds: Math.round(performance.now() - began) }, 'finalisation step');
    await failpoints?.(name, 'after');
    return result;
  };
}
