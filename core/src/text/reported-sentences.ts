import type { EntityManager } from '@mikro-orm/postgresql';
import type { SkipReason, TextSegment } from '../session/text-segment.entity.js';

/** Reports that are counted: whoever has more of them knows enough. */
export const reportsCeiling = 10_000;

/** How many times speakers gave one reason for leaving a sentence out. */
export interface ReportCount {
  readonly reason: SkipReason;
  readonly reports: number;
}

/**
 * Counts what speakers said of the sentences that they left out, the most frequent reason first. Looks at no more than
 * the newest `reportsCeiling` + 1 reports.
 * @param textId - only those of one text, in whatever revision.
 */
export async function countReports(em: EntityManager, textId: string | undefined): Promise<ReportCount[]> {
  const ofText = `and session_id in (
    select s.id from recital_sessions s join text_revisions r on r.id = s.text_revision_id where r.document_id = ?)`;
  return em.execute<ReportCount[]>(
    `select reason, count(*)::int as reports from (
       select skip_reason as reason from text_segments where skip_reason is not null
         ${textId === undefined ? '' : ofText}
       order by received_at desc limit ${reportsCeiling + 1}) as found
     group by reason order by reports desc, reason`,
    textId === undefined ? [] : [textId],
  );
}

/** Where a report belongs. */
export interface ReportPlace {
  readonly userId: string;
  readonly textId: string;
  /** Number of the revision that was read. */
  readonly revision: number;
  /** The text as it is now does not have this sentence any more. */
  readonly corrected: boolean;
}

/** One statement for all reports. @returns in their order. */
export async function placesOfReports(
  em: EntityManager,
  reports: readonly TextSegment[],
): Promise<(ReportPlace | Error)[]> {
  const rows = await em.execute<(ReportPlace & { readonly id: string })[]>(
    `select g.id, s.user_id as "userId", d.id as "textId", r.number as revision,
       r.number < d.current_revision and not exists (
         select 1 from text_revisions now cross join lateral jsonb_array_elements(now.paragraphs) as p (sentences)
         where now.document_id = d.id and now.number = d.current_revision and jsonb_exists(p.sentences, g.text)) as corrected
     from text_segments g
     join recital_sessions s on s.id = g.session_id
     join text_revisions r on r.id = s.text_revision_id
     join text_documents d on d.id = r.document_id
     where g.id in (?)`,
    [reports.map(({ id }) => id)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return reports.map(({ id }) => byId.get(id) ?? new Error(`The report ${id} vanished.`));
}
