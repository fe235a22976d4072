import { renewClaim, type Claim } from '@crowd-recital/core/session/finalisation-claim.js';
import { hintFinalisation } from '@crowd-recital/core/session/hint-finalisation.js';
import {
  claimReviewPublication,
  commitReviewPublished,
  readReview,
  releaseReviewPublication,
} from '@crowd-recital/core/review/review-publication.js';
import { ClaimLostError } from '../claim/claim-lost-error.js';
import { holdClaim } from '../claim/hold-claim.js';
import type { JobDependencies } from '../dependencies.js';
import { publishAgain } from '../finalise-session/publish-again.js';
import type { JobRun } from '../handler.js';
import { stepRunner, type Step } from '../steps/step-runner.js';
import { publishManifest, readMadeManifest, stageManifest } from './reviewed-manifest.js';
import type { PublishReviewStep } from './steps.js';

/**
 * - `published`: manifest.json tells what reviewers said until now.
 * - `not-due`: it does already, or another worker is at the session.
 * - `superseded`: another worker took over, or the session was wished away.
 */
export type PublishReviewOutcome = 'published' | 'not-due' | 'superseded';

/**
 * Publishes the manifest of a finished session with what reviewers said, under the same claim as finalisations: the
 * audio and everything else stays as it lies. What fails is thrown, and the queue tries again.
 */
export async function publishReview(
  { sessionId }: { readonly sessionId: string },
  { deps, signal }: JobRun,
): Promise<PublishReviewOutcome> {
  const { em, lease } = deps;
  let outcome: PublishReviewOutcome = 'not-due';
  for (;;) {
    const claim = await stepsOf(deps, signal)('claim-review', () =>
      claimReviewPublication(em(), sessionId, deps.store.kind, lease),
    );
    // Reviewers may have said more meanwhile; then there is a next round.
    if (claim === null) return outcome;
    try {
      await holdClaim(deps, claim, signal, (held) => publishOnce(deps, claim, held, signal));
      outcome = 'published';
    } catch (error) {
      if (error instanceof ClaimLostError) return 'superseded';
      await releaseReviewPublication(em(), claim);
      throw error;
    } finally {
      // A finalisation that came meanwhile was put off until the claim would have ended.
      if (!deps.finalisationDisabled) await hintFinalisation(em(), sessionId);
    }
  }
}

async function publishOnce(
  deps: JobDependencies,
  claim: Claim,
  held: AbortSignal,
  outer: AbortSignal,
): Promise<void> {
  const { em, store, lease } = deps;
  const step = stepsOf(deps, held);
  const read = await step('read-review', () => readReview(em(), claim));
  if (read === null) throw new ClaimLostError();
  const made = await step('read-made-manifest', () =>
    readMadeManifest(store, claim.sessionId, read.artifacts),
  );
  const reviewed = await step('stage-manifest', () =>
    stageManifest(store, claim, { ...made, review: read.review }),
  );
  // A worker that was paused past its lease must not write over what another one published.
  await step('confirm-review-claim', async () => {
    if (!(await renewClaim(em(), claim, lease))) throw new ClaimLostError();
  });
  try {
    await step('publish-manifest', () => publishManifest(store, claim.sessionId, reviewed));
    await step('commit-review', async () => {
      if (!(await commitReviewPublished(em(), claim, read.reviewVersion, reviewed))) {
        throw new ClaimLostError();
      }
    });
  } catch (error) {
    if (error instanceof ClaimLostError) {
      await stepsOf(deps, outer)('publish-review-again', () => publishAgain(deps, claim.sessionId));
    }
    throw error;
  }
}

function stepsOf({ log, failpoints, lease }: JobDependencies, signal: AbortSignal): Step<PublishReviewStep> {
  return stepRunner({ log, signal, failpoints, limitOf: () => lease.stepSeconds });
}
