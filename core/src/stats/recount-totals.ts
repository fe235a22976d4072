import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { countedCondition } from '../session/count-session.js';

/**
 * Makes all totals anew from the sessions that count: the remedy when fsck finds that they differ (a release that did
 * not know a table yet wrote beside one that did, say). Changes of sessions wait until it is done.
 */
export async function recountTotals(em: EntityManager): Promise<void> {
  await inTransaction(em, async (transaction) => {
    // Whoever changes totals writes here first.
    await transaction.execute('lock table user_totals in share row exclusive mode');
    await transaction.execute('delete from daily_totals');
    await transaction.execute('delete from standing_bands');
    await transaction.execute('delete from text_totals');
    await transaction.execute('delete from user_totals');
    await transaction.execute(
      `insert into daily_totals (user_id, day, language, duration_seconds, recordings)
         select user_id, (created_at at time zone 'UTC')::date, language,
           round(sum(coalesce(duration_seconds, 0))::numeric, 3), count(*)
         from recital_sessions where ${countedCondition} group by 1, 2, 3`,
    );
    await transaction.execute(
      `insert into text_totals (text_id, duration_seconds, recordings)
         select document_id, round(sum(coalesce(duration_seconds, 0))::numeric, 3), count(*)
         from recital_sessions join text_revisions on text_revisions.id = text_revision_id
         where ${countedCondition} group by 1`,
    );
    await transaction.execute(
      `insert into user_totals (user_id, duration_seconds, recordings, band)
         select user_id, seconds, recordings, floor(ln(1 + seconds) * 50)
         from (select user_id, round(sum(duration_seconds)::numeric, 3)::float8 as seconds,
                 sum(recordings) as recordings
               from daily_totals group by user_id) as summed`,
    );
    await transaction.execute(
      `insert into standing_bands (band, speakers, levels, duration_seconds, recordings)
         select band, count(*), count(distinct duration_seconds),
           round(sum(duration_seconds)::numeric, 3), sum(recordings)
         from user_totals where recordings > 0 group by band`,
    );
  });
}
