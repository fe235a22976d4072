import type { EntityManager } from '@mikro-orm/postgresql';
import { countedCondition } from '../session/count-session.js';
import type { Finding } from './finding.js';

/**
 * Sums up anew and compares with what was kept: each speaker's totals, those of each day and of each text with the
 * sessions, and the standings with the speakers' totals. A millisecond is no difference.
 */
export async function checkTotals(em: EntityManager): Promise<Finding[]> {
  return [
    ...(await checkSpeakers(em)),
    ...(await checkDays(em)),
    ...(await checkTexts(em)),
    ...(await checkStandings(em)),
  ];
}

interface Difference {
  readonly subject: string;
  readonly kept: string;
  readonly summed: string;
}

async function checkSpeakers(em: EntityManager): Promise<Finding[]> {
  const rows = await em.execute<Difference[]>(
    `with summed as (
       select user_id, count(*)::int as recordings, sum(coalesce(duration_seconds, 0)) as seconds
       from recital_sessions where ${countedCondition} group by user_id
     )
     select coalesce(k.user_id, s.user_id) as subject,
       format('%s recordings of %s s', coalesce(k.recordings, 0), coalesce(k.duration_seconds, 0)) as kept,
       format('%s of %s s', coalesce(s.recordings, 0), coalesce(s.seconds, 0)) as summed
     from user_totals k full join summed s on s.user_id = k.user_id
     where ${differs('k', 's')}`,
  );
  return rows.map(({ subject, kept, summed }) =>
    found(subject, `${kept} were kept; the sessions sum up to ${summed}.`),
  );
}

async function checkDays(em: EntityManager): Promise<Finding[]> {
  const rows = await em.execute<(Difference & { day: string; language: string })[]>(
    `with summed as (
       select user_id, (created_at at time zone 'UTC')::date as day, language,
         count(*)::int as recordings, sum(coalesce(duration_seconds, 0)) as seconds
       from recital_sessions where ${countedCondition} group by 1, 2, 3
     )
     select user_id as subject, day::text, language,
       format('%s recordings of %s s', coalesce(k.recordings, 0), coalesce(k.duration_seconds, 0)) as kept,
       format('%s of %s s', coalesce(s.recordings, 0), coalesce(s.seconds, 0)) as summed
     from daily_totals k full join summed s using (user_id, day, language)
     where ${differs('k', 's')}`,
  );
  return rows.map(({ subject, day, language, kept, summed }) =>
    found(subject, `${kept} were kept for ${day} in language ${language}; the sessions sum up to ${summed}.`),
  );
}

async function checkTexts(em: EntityManager): Promise<Finding[]> {
  const rows = await em.execute<Difference[]>(
    `with summed as (
       select document_id as text_id, count(*)::int as recordings, sum(coalesce(duration_seconds, 0)) as seconds
       from recital_sessions join text_revisions on text_revisions.id = text_revision_id
       where ${countedCondition} group by document_id
     )
     select text_id as subject,
       format('%s recordings of %s s', coalesce(k.recordings, 0), coalesce(k.duration_seconds, 0)) as kept,
       format('%s of %s s', coalesce(s.recordings, 0), coalesce(s.seconds, 0)) as summed
     from text_totals k full join summed s using (text_id)
     where ${differs('k', 's')}`,
  );
  return rows.map(({ subject, kept, summed }) =>
    found(subject, `${kept} were kept for the text; the sessions sum up to ${summed}.`),
  );
}

async function checkStandings(em: EntityManager): Promise<Finding[]> {
  const rows = await em.execute<Difference[]>(
    `with summed as (
       select band, count(*)::int as speakers, count(distinct duration_seconds)::int as levels,
         sum(recordings)::int as recordings, sum(duration_seconds) as seconds
       from user_totals where recordings > 0 group by band
     )
     select band::text as subject,
       format('%s speakers on %s ranks, %s recordings of %s s', coalesce(k.speakers, 0), coalesce(k.levels, 0),
         coalesce(k.recordings, 0), coalesce(k.duration_seconds, 0)) as kept,
       format('%s on %s, %s of %s s', coalesce(s.speakers, 0), coalesce(s.levels, 0),
         coalesce(s.recordings, 0), coalesce(s.seconds, 0)) as summed
     from standing_bands k full join summed s using (band)
     where ${differs('k', 's')} or coalesce(k.speakers, 0) <> coalesce(s.speakers, 0)
       or coalesce(k.levels, 0) <> coalesce(s.levels, 0)`,
  );
  return rows.map(({ subject, kept, summed }) =>
    found(
      `band ${subject}`,
      `${kept} were kept for the standings; the speakers' totals sum up to ${summed}.`,
    ),
  );
}

/** SQL: what was kept (`recordings`, `duration_seconds`) is not what was summed up (`recordings`, `seconds`). */
function differs(kept: string, summed: string): string {
  return `(coalesce(${kept}.recordings, 0) <> coalesce(${summed}.recordings, 0)
    or abs(coalesce(${kept}.duration_seconds, 0) - coalesce(${summed}.seconds, 0)) > 0.001)`;
}

function found(subject: string, detail: string): Finding {
  return { kind: 'totals-differ', subject, detail };
}
