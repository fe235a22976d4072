import type { EntityManager } from '@mikro-orm/postgresql';
import { countedCondition } from '../session/count-session.js';

/** What one speaker gave of each text. */
export type GivenByText = readonly {
  readonly textId: string;
  readonly seconds: number;
  readonly recordings: number;
}[];

/** To be read while the speaker's sessions still count, with their rows held. */
export async function readGivenByText(transaction: EntityManager, userId: string): Promise<GivenByText> {
  return transaction.execute<{ textId: string; seconds: number; recordings: number }[]>(
    `select document_id as "textId", sum(coalesce(duration_seconds, 0)) as seconds, count(*)::int as recordings
     from recital_sessions join text_revisions on text_revisions.id = text_revision_id
     where user_id = ? and ${countedCondition} group by document_id order by document_id`,
    [userId],
  );
}

/**
 * Takes what a speaker gave out of the totals of the texts. Comes after everything else that is summed up, as where a
 * session changes, and in the order of the texts: so nobody waits for somebody who waits for them.
 */
export async function forgetTextTotals(transaction: EntityManager, given: GivenByText): Promise<void> {
  for (const { textId, seconds, recordings } of given) {
    await transaction.execute(
      `update text_totals set recordings = greatest(0, recordings - ?),
         duration_seconds = greatest(0, round((duration_seconds - ?)::numeric, 3))
       where text_id = ?`,
      [recordings, seconds, textId],
    );
  }
}
