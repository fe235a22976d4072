import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * SQL: when a recital (`s`) began. Not when the server heard of it, for one that began without a connection may arrive days
 * later, behind others; and never later than that, whatever the device's clock says.
 */
export const recitalBegan = 'least(s.started_at, s.created_at)';

/**
 * When a speaker last read of each text, as far as something of it was kept.
 * @returns by the text's id, when the recital began; texts that were never read are not there.
 */
export async function lastReadings(em: EntityManager, readerId: string): Promise<Map<string, Date>> {
  const rows = await em.execute<{ document: string; at: string }[]>(
    `select r.document_id as document, max(${recitalBegan}) as at
     from recital_sessions s join text_revisions r on r.id = s.text_revision_id
     where s.user_id = ? and not s.disavowed
       and exists (select 1 from text_segments g where g.session_id = s.id and not g.discarded)
     group by r.document_id`,
    [readerId],
  );
  return new Map(rows.map(({ document, at }) => [document, new Date(at)]));
}
