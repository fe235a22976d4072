import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../text/text-document.entity.js';
import { countedCondition } from './count-session.js';

const ofText = 'text_revision_id in (select id from text_revisions where document_id = ?)';

/**
 * Carries another language of a text over to its sessions and to the totals per day. Belongs into the transaction that
 * changed the text, which holds the text's row: new sessions wait for it.
 */
export async function changeSessionLanguage(
  transaction: EntityManager,
  textId: string,
  { from, to }: { readonly from: Language; readonly to: Language },
): Promise<void> {
  await transaction.execute(`update recital_sessions set language = ? where ${ofText}`, [to, textId]);
  // In order, so that two who change texts at once wait, and never for each other.
  await transaction.execute(
    `insert into daily_totals (user_id, day, language, duration_seconds, recordings)
     select user_id, day, language, seconds * sign, recordings * sign
     from (select user_id, (created_at at time zone 'UTC')::date as day,
             sum(coalesce(duration_seconds, 0)) as seconds, count(*) as recordings
           from recital_sessions where ${ofText} and ${countedCondition} group by 1, 2) as given,
       (values (?, -1), (?, 1)) as moved(language, sign)
     order by 1, 2, 3
     on conflict (user_id, day, language) do update set
       duration_seconds = round((daily_totals.duration_seconds + excluded.duration_seconds)::numeric, 3),
       recordings = daily_totals.recordings + excluded.recordings`,
    [textId, from, to],
  );
}
