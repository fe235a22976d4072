import {
  claimFinalisation,
  releaseClaim,
  type Claim,
} from '@crowd-recital/core/session/finalisation-claim.js';
import { recordFailure } from '@crowd-recital/core/session/finalisation-failure.js';
import { hintFinalisation } from '@crowd-recital/core/session/hint-finalisation.js';
import { trackFinalisation } from '../analytics/track-finalisation.js';
import { ClaimLostError } from '../claim/claim-lost-error.js';
import { holdClaim } from '../claim/hold-claim.js';
import type { JobDependencies } from '../dependencies.js';
import type { JobRun } from '../handler.js';
import { ContentChangedError } from './commit-or-stop.js';
import { finaliseOnce } from './finalise-once.js';
import { publishAgain } from './publish-again.js';
import { stepRunner, type Step } from '../steps/step-runner.js';
import { boxedSteps, type FinalisationStep } from './steps.js';

/**
 * - `finalised`: everything is published and committed.
 * - `not-due`: there is nothing to do, or another worker is at it.
 * - `needs-attention`: an admin sees why it cannot be finalised.
 * - `failed`: recorded in the row; it is tried again after a while.
 * - `superseded`: another worker took over, or the session was wished away.
 */
export type FinalisationOutcome = 'finalised' | 'not-due' | 'needs-attention' | 'failed' | 'superseded';

/**
 * Finalises a session if it is due. What goes wrong with the session is written into its row; only what is wrong with
 * the process (it stops, the database is away) is thrown.
 */
export async function finaliseSession(
  payload: { readonly sessionId: string },
  run: JobRun,
): Promise<FinalisationOutcome> {
  const outcome = await finaliseIfDue(payload, run);
  if (outcome === 'failed' || outcome === 'needs-attention') await putBackPublished(payload, run);
  await trackFinalisation(run.deps, payload.sessionId, outcome);
  const { em, finalisationDisabled } = run.deps;
  // It came too early, or failed: the next one comes when the session is due (again), and not with the sweep.
  if (!finalisationDisabled && (outcome === 'not-due' || outcome === 'failed')) {
    await hintFinalisation(em(), payload.sessionId);
  }
  return outcome;
}

async function finaliseIfDue(
  { sessionId }: { readonly sessionId: string },
  { deps, signal }: JobRun,
): Promise<FinalisationOutcome> {
  const log = deps.log.child({ sessionId });
  for (;;) {
    const step = stepsOf({ ...deps, log }, signal);
    const claim = await step('claim', () => claimFinalisation(deps.em(), sessionId, deps.lease));
    if (claim === null) return 'not-due';
    const outcome = await attempt({ ...deps, log: log.child({ epoch: claim.epoch }) }, claim, signal);
    if (outcome !== 'content-changed') return outcome;
  }
}

/**
 * A finalisation anew may have come as far as the fixed names before it failed: they are what the row says again, also
 * when no other attempt comes to an end.
 */
async function putBackPublished(
  { sessionId }: { readonly sessionId: string },
  { deps, signal }: JobRun,
): Promise<void> {
  try {
    await stepsOf(deps, signal)('publish-again', () => publishAgain(deps, sessionId));
  } catch (error) {
    if (signal.aborted) throw error;
    deps.log.warn(
      { err: error, sessionId },
      'the published files may not be those of the row; fsck --repair',
    );
  }
}

function stepsOf({ log, failpoints, lease }: JobDependencies, signal: AbortSignal): Step<FinalisationStep> {
  const limitOf = (step: FinalisationStep): number =>
    boxedSteps.includes(step) ? lease.boxedStepSeconds : lease.stepSeconds;
  return stepRunner({ log, signal, failpoints, limitOf });
}

async function attempt(
  deps: JobDependencies,
  claim: Claim,
  outer: AbortSignal,
): Promise<FinalisationOutcome | 'content-changed'> {
  const { log } = deps;
  const began = performance.now();
  try {
    const outcome = await holdClaim(deps, claim, outer, (signal) =>
      finaliseOnce({ deps, claim, signal, step: stepsOf(deps, signal), lastStep: stepsOf(deps, outer) }),
    );
    if (outcome === 'finalised') {
      log.info({ milliseconds: Math.round(performance.now() - began) }, 'session finalised');
    }
    return outcome;
  } catch (error) {
    return afterFailure(deps, claim, outer, error);
  }
}

async function afterFailure(
  { em, log }: JobDependencies,
  claim: Claim,
  outer: AbortSignal,
  error: unknown,
): Promise<FinalisationOutcome | 'content-changed'> {
  if (error instanceof ClaimLostError) {
    log.info('this finalisation was superseded');
    return 'superseded';
  }
  if (error instanceof ContentChangedError) {
    await releaseClaim(em(), claim);
    return 'content-changed';
  }
  if (outer.aborted) {
    await releaseClaim(em(), claim);
    throw error;
  }
  const recorded = await recordFailure(em(), claim, error);
  log.error({ err: error, recorded }, 'a finalisation failed');
  return recorded === 'fenced' ? 'superseded' : 'failed';
}
