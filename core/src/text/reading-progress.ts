import type { EntityManager } from '@mikro-orm/postgresql';
import { recitalBegan } from './last-readings.js';

/** How far a speaker has come in a text. */
export interface ReadingProgress {
  /** Sentences of the text as it is now that the speaker has read, in whatever recital. */
  readonly sentencesRead: number;
  /** The sentence that was read last. */
  readonly paragraph: number;
  readonly sentence: number;
  /** When the recital began in which it was read. */
  readonly lastReadAt: Date;
}

/**
 * Counts what one speaker has read of texts, from the readings that the server has: on whatever device, discarded ones
 * and recitals that were wished away left out. Sentences of an earlier revision count where the text still has them.
 * One statement for all texts.
 * @returns by the text's id; texts that were never read are not there.
 */
export async function readingProgress(
  em: EntityManager,
  userId: string,
  textIds: readonly string[],
): Promise<Map<string, ReadingProgress>> {
  if (textIds.length === 0) return new Map();
  const rows = await em.execute<(ReadingProgress & { readonly document: string })[]>(
    `with mine as (
       select d.id as document, r.number < d.current_revision as older, g.paragraph, g.sentence, g.text,
         ${recitalBegan} as at, g.sequence
       from text_documents d
       join text_revisions r on r.document_id = d.id
       join recital_sessions s on s.text_revision_id = r.id and s.user_id = ?
       join text_segments g on g.session_id = s.id
       where d.id in (?) and not s.disavowed and not g.discarded
     ), now_there as (
       select d.id as document, p.ordinality::int - 1 as paragraph, t.ordinality::int - 1 as sentence, t.value as text
       from text_documents d
       join text_revisions r on r.document_id = d.id and r.number = d.current_revision
       cross join lateral jsonb_array_elements(r.paragraphs) with ordinality p
       cross join lateral jsonb_array_elements_text(p.value) with ordinality t
       where d.id in (select document from mine where older)
     ), readings as (
       select document, paragraph, sentence, at, sequence from mine where not older
       union all
       select n.document, n.paragraph, n.sentence, m.at, m.sequence
       from mine m join now_there n on n.document = m.document and n.text = m.text where m.older
     )
     select document, count(distinct (paragraph, sentence))::int as "sentencesRead", max(at) as "lastReadAt",
       (array_agg(paragraph order by at desc, sequence desc, paragraph desc, sentence desc))[1] as paragraph,
       (array_agg(sentence order by at desc, sequence desc, paragraph desc, sentence desc))[1] as sentence
     from readings group by document`,
    [userId, [...textIds]],
  );
  return new Map(
    rows.map(({ document, lastReadAt, ...rest }) => [
      document,
      { ...rest, lastReadAt: new Date(lastReadAt) },
    ]),
  );
}
