import type { EntityManager } from '@mikro-orm/postgresql';

/** Recitals of a revision that are looked at: the newest ones. */
export const recitalsRead = 200;

/** What came of one sentence. */
export interface SentenceReadings {
  /** Counts from 0. */
  readonly paragraph: number;
  /** Counts from 0 within its paragraph. */
  readonly sentence: number;
  /** How often it was read, without what was redone. */
  readonly readings: number;
  /** How often a speaker left it out and said why. */
  readonly reports: number;
}

/**
 * Counts the readings of each sentence of a revision, in its newest recitals; sentences that nobody came to are not
 * there. In the order of the text.
 */
export async function readSentenceReadings(
  em: EntityManager,
  revisionId: string,
): Promise<SentenceReadings[]> {
  // By "offset 0" each recital is looked up by itself; joined freely, PostgreSQL reads the sentences of the whole site.
  return em.execute<SentenceReadings[]>(
    `select g.paragraph, g.sentence, count(*) filter (where not g.discarded)::int as readings,
       count(g.skip_reason)::int as reports
     from (
       select id from recital_sessions where text_revision_id = ? and not disavowed
       order by created_at desc, id desc limit ${recitalsRead}) s
     cross join lateral (
       select paragraph, sentence, discarded, skip_reason from text_segments
       where session_id = s.id and (not discarded or skip_reason is not null) offset 0) g
     group by g.paragraph, g.sentence order by g.paragraph, g.sentence`,
    [revisionId],
  );
}
