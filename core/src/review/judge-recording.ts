import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Actor } from '../audit/actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { RecitalSession, type ReviewOutcome } from '../session/recital-session.entity.js';
import { holdForReview, reviewersWords, type ReviewAddress } from './hold-for-review.js';
import { settleReview } from './settle-review.js';

/** A reviewer, as the audit log is to name him. */
export type Reviewer = Actor & { readonly id: string };

/** What a reviewer decides on a recording. */
export interface Decision extends ReviewAddress {
  readonly decision: ReviewOutcome;
  /** In words that the speaker reads; needed where it is returned. */
  readonly reason: string | null;
}

/** How many reviewers have to agree where nobody asked for more: `REVIEWERS_PER_RECORDING`. */
export interface ReviewRules {
  readonly reviewersPerRecording: number;
}

/** More would never come together. */
const mostReviewers = 5;

/**
 * Keeps a reviewer's decision in place of his earlier one, and works out what came of all of them.
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT for a return without a reason.
 */
export async function judgeRecording(
  em: EntityManager,
  reviewer: Reviewer,
  { decision, reason, ...address }: Decision,
  rules: ReviewRules,
): Promise<RecitalSession> {
  const words = reviewersWords('reason', reason);
  if (decision === 'returned' && words === null) {
    throw badInput('reason', 'Tell the speaker why, and what to do otherwise.');
  }
  const { sessionId } = address;
  return changeReview(em, address, rules, async (transaction) => {
    await transaction.execute(
      `insert into recording_reviews (session_id, reviewer_id, decision, reason) values (?, ?, ?, ?)
       on conflict (session_id, reviewer_id) do update set
         decision = excluded.decision, reason = excluded.reason, stale = false, decided_at = now()`,
      [sessionId, reviewer.id, decision, words],
    );
    await transaction.execute(
      `update recital_sessions set review_claimed_by = null, review_claimed_until = null
       where id = ? and review_claimed_by = ?`,
      [sessionId, reviewer.id],
    );
    await audit(transaction, reviewer, sessionId, `review.${decision}`);
  });
}

/**
 * Takes the reviewer's own decision back; his verdicts on sentences stay. One that is not there is no error.
 * @throws NOT_FOUND, CONFLICT
 */
export async function withdrawReview(
  em: EntityManager,
  reviewer: Reviewer,
  sessionId: string,
  rules: ReviewRules,
): Promise<RecitalSession> {
  return changeReview(em, { sessionId }, rules, async (transaction) => {
    const withdrawn = await transaction.execute<unknown[]>(
      'delete from recording_reviews where session_id = ? and reviewer_id = ? returning id',
      [sessionId, reviewer.id],
    );
    if (withdrawn.length > 0) await audit(transaction, reviewer, sessionId, 'review.withdrawn');
  });
}

/**
 * Says how many reviewers have to agree on this recording; one that was decided by fewer waits again.
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function wantReviewers(
  em: EntityManager,
  admin: Reviewer,
  { sessionId, reviewers }: { readonly sessionId: string; readonly reviewers: number },
  rules: ReviewRules,
): Promise<RecitalSession> {
  checkWholeNumber('reviewers', reviewers, { least: 1, most: mostReviewers });
  return changeReview(em, { sessionId }, rules, async (transaction) => {
    const changed = await transaction.execute<unknown[]>(
      'update recital_sessions set reviewers_wanted = ? where id = ? and reviewers_wanted is distinct from ? returning id',
      [reviewers, sessionId, reviewers],
    );
    if (changed.length > 0) await audit(transaction, admin, sessionId, 'review.reviewers', { reviewers });
  });
}

async function changeReview(
  em: EntityManager,
  address: { readonly sessionId: string; readonly version?: number },
  { reviewersPerRecording }: ReviewRules,
  change: (transaction: EntityManager) => Promise<void>,
): Promise<RecitalSession> {
  await inTransaction(em, async (transaction) => {
    await holdForReview(transaction, address);
    await change(transaction);
    await settleReview(transaction, address.sessionId, reviewersPerRecording);
  });
  return em.findOneOrFail(RecitalSession, address.sessionId, { refresh: true });
}

async function audit(
  transaction: EntityManager,
  reviewer: Reviewer,
  sessionId: string,
  action: string,
  details?: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordAudit(transaction, {
    actorId: reviewer.id,
    delegated: reviewer.delegated,
    action,
    subject: { kind: 'session', id: sessionId },
    ...(details && { details }),
  });
}
