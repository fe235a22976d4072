import { raw, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { isUuid } from '../input/is-uuid.js';
import { RecitalSession } from '../session/recital-session.entity.js';
import type { Language } from '../text/text-document.entity.js';

/** Which recordings a reviewer wants to listen to; conditions that are given all hold. */
export interface ReviewWish {
  readonly language?: Language | null;
  readonly textId?: string | null;
  /** The speaker. */
  readonly userId?: string | null;
}

/** Minutes for which the queue hands a recording to nobody else, after its reviewer was last heard of. */
const claimMinutes = 30;

/** SQL condition of a finished recording that waits for reviewers; the indexes of the queue have the very same. */
const waitingCondition = `status = 'uploaded' and kept and not disavowed and attention is null and review_outcome is null`;

/** SQL condition that a reviewer has not decided on it, as it is now. Takes the reviewer's id. */
const undecided = (alias: string) =>
  `not exists (select from recording_reviews r where r.session_id = ${alias}.id and r.reviewer_id = ? and not r.stale)`;

/** The recordings that wait for a reviewer: finished, wanted, all well, and not decided on, least of all by himself. */
export function waitsForReview(reviewerId: string, wish: ReviewWish): FilterQuery<RecitalSession> {
  const waiting: FilterQuery<RecitalSession>[] = [
    { status: 'uploaded', kept: true, disavowed: false, attention: null, reviewOutcome: null },
    { [raw(undecided, [reviewerId])]: [] },
  ];
  const { language, textId, userId } = wish;
  if (language) waiting.push({ language });
  if (textId) waiting.push(isUuid(textId) ? { textRevision: { document: textId } } : { id: { $in: [] } });
  if (userId) waiting.push(isUuid(userId) ? { user: userId } : { id: { $in: [] } });
  return { $and: waiting };
}

/**
 * Takes the recording that has waited longest, and that no other reviewer is at, for half an hour. Whatever the
 * reviewer had taken before is given back.
 * @param skip - ids of recordings to pass over.
 * @returns null when nothing waits.
 */
export async function takeNextForReview(
  em: EntityManager,
  reviewerId: string,
  { language, textId, userId }: ReviewWish,
  skip: readonly string[],
): Promise<RecitalSession | null> {
  if (![textId, userId].every((id) => !id || isUuid(id))) return null;
  const narrowed: [string, unknown][] = [];
  if (language) narrowed.push(['language = ?', language]);
  if (userId) narrowed.push(['user_id = ?', userId]);
  if (textId) {
    narrowed.push(['text_revision_id in (select id from text_revisions where document_id = ?)', textId]);
  }
  const taken = await inTransaction(em, async (transaction) => {
    await giveBack(transaction, reviewerId);
    return transaction.execute<{ id: string }[]>(
      `update recital_sessions set
           review_claimed_by = ?, review_claimed_until = now() + make_interval(mins => ${claimMinutes})
         where id = (
           select id from recital_sessions s
           where ${[waitingCondition, undecided('s'), ...narrowed.map(([condition]) => condition)].join(' and ')}
             and (review_claimed_until is null or review_claimed_until <= now())
             and id <> all (?::text[])
           order by created_at, id limit 1 for no key update skip locked)
         returning id`,
      [reviewerId, reviewerId, ...narrowed.map(([, value]) => value), textArray(skip)],
    );
  });
  const [session] = taken;
  return session === undefined ? null : em.findOneOrFail(RecitalSession, session.id, { refresh: true });
}

/** Gives back what the reviewer has taken and not decided on, so that the queue hands it to others. */
export async function giveBack(em: EntityManager, reviewerId: string): Promise<void> {
  await em.execute(
    `update recital_sessions set review_claimed_by = null, review_claimed_until = null
     where review_claimed_by = ?`,
    [reviewerId],
  );
}

/** The reviewer is still at it: what he has taken stays his for another half an hour. */
export async function renewReviewClaim(
  transaction: EntityManager,
  sessionId: string,
  reviewerId: string,
): Promise<void> {
  await transaction.execute(
    `update recital_sessions set review_claimed_until = now() + make_interval(mins => ${claimMinutes})
     where id = ? and review_claimed_by = ?`,
    [sessionId, reviewerId],
  );
}

/** As PostgreSQL reads an array; ids of sessions hold nothing that needs more than quotes. */
function textArray(ids: readonly string[]): string {
  return `{${ids.map((id) => JSON.stringify(id)).join(',')}}`;
}
