import type { Claim } from '@crowd-recital/core/session/finalisation-claim.js';
import type { JobDependencies } from '../dependencies.js';
import type { Step } from '../steps/step-runner.js';
import type { FinalisationStep } from './steps.js';

/** One finalisation that is under way. */
export interface FinalisationContext {
  readonly deps: JobDependencies;
  readonly claim: Claim;
  readonly step: Step<FinalisationStep>;
  /** Runs a step also when the claim was lost. */
  readonly lastStep: Step<FinalisationStep>;
  /** Aborted when the claim is lost or the process stops. */
  readonly signal: AbortSignal;
}
