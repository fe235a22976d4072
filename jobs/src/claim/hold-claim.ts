import { renewClaim, type Claim } from '@crowd-recital/core/session/finalisation-claim.js';
import type { JobDependencies } from '../dependencies.js';
import { ClaimLostError } from './claim-lost-error.js';

/**
 * Runs `work` while its claim is renewed in the background.
 * @param outer - aborts the work as well.
 * @param work - gets a signal that is aborted, with a ClaimLostError, once the claim is lost or could not be renewed
 *   for so long that it must have ended. A process that was paused finds out by the commits, which name the epoch.
 */
export async function holdClaim<Result>(
  { em, lease, log }: JobDependencies,
  claim: Claim,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController();
  let heldUntil = performance.now() + lease.leaseSeconds * 1000;
  const renew = async (): Promise<void> => {
    const asked = performance.now();
    try {
      if (await renewClaim(em(), claim, lease)) heldUntil = asked + lease.leaseSeconds * 1000;
      else lost.abort(new ClaimLostError());
    } catch (error) {
      // The database may be back before the lease ends.
      log.warn({ err: error, sessionId: claim.sessionId }, 'a claim could not be renewed');
      if (performance.now() >= heldUntil) lost.abort(new ClaimLostError());
    }
  };
  const timer = setInterval(() => void renew(), lease.renewSeconds * 1000);
  try {
    return await work(AbortSignal.any([outer, lost.signal]));
  } finally {
    clearInterval(timer);
  }
}
