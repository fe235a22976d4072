import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { maxTextSegments } from '../session/session-limits.js';
import { holdForReview, reviewersWords, type ReviewAddress } from './hold-for-review.js';
import { renewReviewClaim } from './review-queue.js';
import { SentenceVerdict, type SentenceVerdictKind } from './sentence-verdict.entity.js';
import { tellAnew } from './settle-review.js';

/** What a reviewer says of one sentence. */
export interface NewSentenceVerdict extends ReviewAddress {
  readonly reviewerId: string;
  readonly sequence: number;
  readonly verdict: SentenceVerdictKind;
  readonly note: string | null;
}

/**
 * Keeps a verdict on one sentence in place of the reviewer's earlier one.
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT for a sentence that is not heard, and for `other` without a note.
 */
export async function judgeSentence(
  em: EntityManager,
  { reviewerId, sequence, verdict, note, ...address }: NewSentenceVerdict,
): Promise<SentenceVerdict> {
  checkWholeNumber('sequence', sequence, { least: 0, most: maxTextSegments - 1 });
  const words = reviewersWords('note', note);
  if (verdict === 'other' && words === null) throw badInput('note', 'Say what it is.');
  const { sessionId } = address;
  const id = await inTransaction(em, async (transaction) => {
    await holdForReview(transaction, address);
    const [kept] = await transaction.execute<{ id: string }[]>(
      `insert into sentence_verdicts (session_id, sequence, reviewer_id, verdict, note, heard)
         select session_id, sequence, ?, ?, ?, heard from text_segments
         where session_id = ? and sequence = ? and not discarded
         on conflict (session_id, sequence, reviewer_id) do update set
           verdict = excluded.verdict, note = excluded.note, heard = excluded.heard, stale = false,
           judged_at = now()
         returning id`,
      [reviewerId, verdict, words, sessionId, sequence],
    );
    if (kept === undefined) throw badInput('sequence', 'No such sentence is heard in this recording.');
    await renewReviewClaim(transaction, sessionId, reviewerId);
    await tellAnewIfDecided(transaction, sessionId, reviewerId);
    return kept.id;
  });
  return em.findOneOrFail(SentenceVerdict, id, { refresh: true });
}

/**
 * Takes the reviewer's own verdict on a sentence back. One that is not there is no error.
 * @throws NOT_FOUND, CONFLICT
 */
export async function withdrawSentenceVerdict(
  em: EntityManager,
  { reviewerId, sessionId, sequence }: Pick<NewSentenceVerdict, 'reviewerId' | 'sessionId' | 'sequence'>,
): Promise<void> {
  checkWholeNumber('sequence', sequence, { least: 0, most: maxTextSegments - 1 });
  await inTransaction(em, async (transaction) => {
    await holdForReview(transaction, { sessionId });
    await transaction.execute(
      'delete from sentence_verdicts where session_id = ? and sequence = ? and reviewer_id = ?',
      [sessionId, sequence, reviewerId],
    );
    await tellAnewIfDecided(transaction, sessionId, reviewerId);
  });
}

/** Before the decision they are a draft, and no manifest tells of them. */
async function tellAnewIfDecided(
  transaction: EntityManager,
  sessionId: string,
  reviewerId: string,
): Promise<void> {
  const decided = await transaction.execute<unknown[]>(
    'select 1 from recording_reviews where session_id = ? and reviewer_id = ?',
    [sessionId, reviewerId],
  );
  if (decided.length > 0) await tellAnew(transaction, sessionId);
}
