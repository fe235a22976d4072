import type { EntityManager } from '@mikro-orm/postgresql';
import { dueCondition } from './due-sessions.js';

/** The right to finalise, or to delete, one session. A later claim has a higher epoch and fences this one. */
export interface Claim {
  readonly sessionId: string;
  readonly epoch: number;
}

/** How long a claim holds without renewal. */
export interface Lease {
  readonly leaseSeconds: number;
}

/** Attempts after which a session waits for an admin. */
export const maxAttempts = 8;

/**
 * Claims a session if it is due, on the database's clock. The claim counts as an attempt, so that work which ends
 * its process counts too; after 8 attempts without an outcome the session is flagged instead.
 * Newer content than that of a flag clears the flag and begins to count anew.
 * @returns null when the session is not due, or another worker has it: end quietly.
 */
export async function claimFinalisation(
  em: EntityManager,
  sessionId: string,
  { leaseSeconds }: Lease,
): Promise<Claim | null> {
  const [claim] = await em.execute<Claim[]>(
    `update recital_sessions set
       epoch = epoch + 1,
       lease_until = now() + make_interval(secs => ?),
       attempts = case when attention is null then attempts + 1 else 1 end,
       attention = null, attention_version = null
     where id = ? and ${dueCondition} and (attempts < ${maxAttempts} or attention is not null)
     returning id as "sessionId", epoch`,
    [leaseSeconds, sessionId],
  );
  if (claim === undefined) await giveUpSilentDeaths(em, sessionId);
  return claim ?? null;
}

/** Eight claims were taken and none came to an outcome: the work ends its process before it can say why. */
async function giveUpSilentDeaths(em: EntityManager, sessionId: string): Promise<void> {
  await em.execute(
    `update recital_sessions set
       attention = 'finalisation-failed', attention_version = content_version, updated_at = now(),
       last_error = coalesce(last_error, 'The worker ended while it was at this session.')
     where id = ? and ${dueCondition} and attempts >= ${maxAttempts} and attention is null`,
    [sessionId],
  );
}

/**
 * Call it while the work goes on, well within the lease.
 * @returns false when the claim was lost (taken over, or the session was wished away): stop at once.
 */
export async function renewClaim(em: EntityManager, claim: Claim, { leaseSeconds }: Lease): Promise<boolean> {
  const held = await em.execute<unknown[]>(
    `update recital_sessions set lease_until = now() + make_interval(secs => ?)
     where id = ? and epoch = ? returning id`,
    [leaseSeconds, claim.sessionId, claim.epoch],
  );
  return held.length > 0;
}

/**
 * Gives a claim back without counting its attempt: the content changed meanwhile, or the process shuts down.
 * @returns false when the claim was lost before.
 */
export async function releaseClaim(em: EntityManager, claim: Claim): Promise<boolean> {
  const held = await em.execute<unknown[]>(
    `update recital_sessions set lease_until = null, attempts = greatest(attempts - 1, 0)
     where id = ? and epoch = ? returning id`,
    [claim.sessionId, claim.epoch],
  );
  return held.length > 0;
}
