import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { discardDueCondition } from './due-sessions.js';
import type { Claim, Lease } from './finalisation-claim.js';
import { describe } from './finalisation-failure.js';

/**
 * Seconds between the first deletion and the one that makes it final: longer than the longest lease and the
 * longest upload, so that whoever still wrote when the wish came has ended.
 */
export const discardWaitSeconds = 900;

/** Seconds between attempts when the store refuses: doubles from the first to the second figure. */
const backOff = { first: 60, longest: 3_600 };

/** Whatever is kept of a recital beside its own row. */
const tablesOfContent = [
  'audio_segments',
  'text_segments',
  'set_aside_audio',
  'set_aside_text',
  'sentence_verdicts',
  'recording_reviews',
];

/**
 * Claims a disavowed session for deletion, on the database's clock.
 * @returns null when there is nothing to delete now, or another worker is at it.
 */
export async function claimDiscard(
  em: EntityManager,
  sessionId: string,
  { leaseSeconds }: Lease,
): Promise<(Claim & { readonly firstDeletionDone: boolean }) | null> {
  const [claim] = await em.execute<(Claim & { firstDeletionDone: boolean })[]>(
    `update recital_sessions set
       epoch = epoch + 1, attempts = attempts + 1, lease_until = now() + make_interval(secs => ?)
     where id = ? and ${discardDueCondition}
     returning id as "sessionId", epoch, first_deletion_at is not null as "firstDeletionDone"`,
    [leaseSeconds, sessionId],
  );
  return claim ?? null;
}

/**
 * Everything was deleted for the first time. Gives the claim back; the session is due again after the wait, for
 * the deletion that makes it final.
 * @returns false when the claim was lost before.
 */
export async function recordFirstDeletion(
  em: EntityManager,
  claim: Claim,
  waitSeconds: number = discardWaitSeconds,
): Promise<boolean> {
  const recorded = await em.execute<unknown[]>(
    `update recital_sessions set
       first_deletion_at = coalesce(first_deletion_at, now()), lease_until = null, attempts = 0,
       next_attempt_at = now() + make_interval(secs => ?), updated_at = now()
     where id = ? and epoch = ? and disavowed returning id`,
    [waitSeconds, claim.sessionId, claim.epoch],
  );
  return recorded.length > 0;
}

/**
 * Everything was deleted and looked for again after the wait: the session is `discarded`, for ever. Takes the rows
 * of its segments along; what remains is that it was.
 * @returns false when the claim was lost, or the first deletion is missing or too fresh; nothing was written then.
 */
export async function commitDiscarded(
  em: EntityManager,
  claim: Claim,
  waitSeconds: number = discardWaitSeconds,
): Promise<boolean> {
  return inTransaction(em, async (transaction) => {
    const discarded = await transaction.execute<unknown[]>(
      `update recital_sessions set
           status = 'discarded', artifacts = null, staged = null, early_main = null, duration_seconds = null,
           lease_until = null, attempts = 0, next_attempt_at = null, last_error = null,
           attention = null, attention_version = null, updated_at = now(),
           review_outcome = null, review_reason = null, reviewed_at = null, reviewers_wanted = null,
           review_claimed_by = null, review_claimed_until = null, review_version = 0,
           review_published_version = 0
         where id = ? and epoch = ? and disavowed
           and first_deletion_at <= now() - make_interval(secs => ?)
         returning id`,
      [claim.sessionId, claim.epoch, waitSeconds],
    );
    if (discarded.length === 0) return false;
    for (const table of tablesOfContent) {
      await transaction.execute(`delete from ${table} where session_id = ?`, [claim.sessionId]);
    }
    return true;
  });
}

/**
 * The store refuses to delete, or still shows something: admins see it, and it is tried again for ever.
 * Gives the claim back.
 * @returns false when the claim was lost before.
 */
export async function flagDeletionIncomplete(
  em: EntityManager,
  claim: Claim,
  error: unknown,
): Promise<boolean> {
  const flagged = await em.execute<unknown[]>(
    `update recital_sessions set
       attention = 'deletion-incomplete', attention_version = content_version, last_error = ?,
       lease_until = null, updated_at = now(),
       next_attempt_at = now() + make_interval(secs =>
         least(${backOff.first} * power(2, least(attempts, 20) - 1), ${backOff.longest}))
     where id = ? and epoch = ? and disavowed returning id`,
    [describe(error), claim.sessionId, claim.epoch],
  );
  return flagged.length > 0;
}
