import type { EntityManager } from '@mikro-orm/postgresql';
import type { SessionAttention } from '../session/recital-session.entity.js';
import type { Language } from '../text/text-document.entity.js';

/** What is counted for an overview is counted so far: more than that is "many" to whoever looks. */
export const overviewCeiling = 1_000;

/** Recitals by how far they are. Those that ended without any voice are in none. */
export interface SessionCounts {
  readonly recording: number;
  readonly processing: number;
  /** All that count, however many. */
  readonly ready: number;
  /** Finished, but nobody has said that they are wanted. */
  readonly unconfirmed: number;
  readonly deleting: number;
  readonly deleted: number;
}

/** Each figure but `ready` stops one above `overviewCeiling`, so that its cost does not grow with the site. */
export async function readSessionCounts(em: EntityManager): Promise<SessionCounts> {
  const upTo = (condition: string): string =>
    `(select count(*)::int from (select 1 from recital_sessions where ${condition} limit ${overviewCeiling + 1}) as found)`;
  const [counts] = await em.execute<SessionCounts[]>(
    `select ${upTo(`status = 'active' and not disavowed`)} as recording,
       ${upTo(`status in ('ended', 'aggregated') and end_reason is distinct from 'empty' and not disavowed`)}
         as processing,
       coalesce((select sum(recordings)::int from standing_bands), 0) as ready,
       ${upTo(`not kept and status = 'uploaded' and not disavowed`)} as unconfirmed,
       ${upTo(`disavowed and status <> 'discarded'`)} as deleting,
       ${upTo(`status = 'discarded'`)} as deleted`,
  );
  if (counts === undefined) throw new Error('A select without a table answered no row.');
  return counts;
}

/** How many recitals wait for an admin, and why. */
export interface AttentionCount {
  readonly attention: SessionAttention;
  readonly sessions: number;
}

/** The most frequent reason first; looks at no more than `overviewCeiling` + 1 recitals. */
export async function readAttentionCounts(em: EntityManager): Promise<AttentionCount[]> {
  return em.execute<AttentionCount[]>(
    `select attention, count(*)::int as sessions
     from (select attention from recital_sessions where attention is not null limit ${overviewCeiling + 1}) as found
     group by attention order by sessions desc, attention`,
  );
}

/** How many people wait to be let in, counted up to `overviewCeiling` + 1. */
export async function countAwaitingApproval(em: EntityManager): Promise<number> {
  const [counted] = await em.execute<{ total: number }[]>(
    `select count(*)::int as total from (
       select 1 from users where "group" is null and deleted_at is null limit ${overviewCeiling + 1}) as found`,
  );
  return counted?.total ?? 0;
}

/** How many different people recorded lately; days are those of UTC, today included. */
export interface ActiveSpeakers {
  readonly today: number;
  readonly lastWeek: number;
  readonly lastMonth: number;
}

export async function readActiveSpeakers(em: EntityManager): Promise<ActiveSpeakers> {
  const [active] = await em.execute<ActiveSpeakers[]>(
    `with today as (select (now() at time zone 'UTC')::date as day),
     recent as (
       select user_id, max(daily_totals.day) as last from daily_totals, today
       where daily_totals.day > today.day - 30 and recordings > 0 group by user_id
     )
     select count(*) filter (where last = today.day)::int as today,
       count(*) filter (where last > today.day - 7)::int as "lastWeek", count(last)::int as "lastMonth"
     from today left join recent on true`,
  );
  return active ?? { today: 0, lastWeek: 0, lastMonth: 0 };
}

/** What all speakers gave in one language. */
export interface LanguageTotals {
  readonly language: Language;
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
}

/** Summed up over the texts; the language with the most first, languages without a recording left out. */
export async function readLanguageTotals(em: EntityManager): Promise<LanguageTotals[]> {
  return em.execute<LanguageTotals[]>(
    `select language, round(sum(duration_seconds)::numeric, 3)::float8 as "durationSeconds",
       sum(recordings)::int as recordings
     from text_totals join text_documents on text_documents.id = text_id
     where recordings > 0 group by language order by 2 desc`,
  );
}

/** What all speakers gave of one text. */
export interface GivenText {
  readonly textId: string;
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
}

/** The texts that were read the longest. */
export async function readMostReadTexts(em: EntityManager, most: number): Promise<GivenText[]> {
  return em.execute<GivenText[]>(
    `select text_id as "textId", duration_seconds as "durationSeconds", recordings
     from text_totals where recordings > 0 order by duration_seconds desc, text_id desc limit ?`,
    [most],
  );
}
