import type { EntityManager } from '@mikro-orm/postgresql';

/** One reading, and what tells by its sound whether it is still the same: `text_segments.heard`. */
export interface HeardReading {
  readonly sequence: number;
  readonly heard: string;
}

/**
 * A finalisation has come to its end: what reviewers said of sentences that sound as before holds on, the rest is
 * stale. Where anything that is heard has changed, or came anew, decisions on the whole recording are stale too, and
 * it is in the queue again. Belongs into the transaction of the commit, which holds the session's row.
 * @returns true when the manifest, which was made without reviews, has to be published with them.
 */
export async function carryReviewsOver(
  transaction: EntityManager,
  sessionId: string,
  heard: readonly HeardReading[],
): Promise<boolean> {
  const changed = await transaction.execute<unknown[]>(
    `update text_segments set heard = now_heard.heard
     from text_segments as before
       left join jsonb_to_recordset(?::jsonb) as now_heard(sequence int, heard text)
         on now_heard.sequence = before.sequence
     where before.session_id = ? and text_segments.id = before.id
       and text_segments.heard is distinct from now_heard.heard
     returning text_segments.sequence`,
    [JSON.stringify(heard), sessionId],
  );
  if (changed.length > 0) await outdateReviews(transaction, sessionId);
  const reviewed = await transaction.execute<unknown[]>(
    `update recital_sessions set review_version = review_version + 1
     where id = ? and exists (select from recording_reviews where session_id = recital_sessions.id)
     returning id`,
    [sessionId],
  );
  return reviewed.length > 0;
}

async function outdateReviews(transaction: EntityManager, sessionId: string): Promise<void> {
  await transaction.execute(
    `update sentence_verdicts set stale = true
     from text_segments as reading
     where sentence_verdicts.session_id = ? and reading.session_id = sentence_verdicts.session_id
       and reading.sequence = sentence_verdicts.sequence
       and reading.heard is distinct from sentence_verdicts.heard`,
    [sessionId],
  );
  await transaction.execute('update recording_reviews set stale = true where session_id = ?', [sessionId]);
  await transaction.execute(
    `update recital_sessions set review_outcome = null, review_reason = null, reviewed_at = null where id = ?`,
    [sessionId],
  );
}
