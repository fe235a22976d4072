import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '../errors/app-error.js';
import type { Language } from '../text/text-document.entity.js';

/** What all speakers gave on one day, or on one day in one language. */
export interface DayStats {
  /** `2026-11-22`, in UTC. */
  readonly day: string;
  readonly language: Language | null;
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
  /** How many different people recorded. */
  readonly speakers: number;
}

/** Days in one answer: a leap year. */
const mostDays = 366;

/**
 * Every day of a stretch, days without a recording included: one entry for the day as a whole (`language` null),
 * followed by one for each language that was read on it.
 * @param from, to - `2026-11-22`, both included.
 * @throws BAD_USER_INPUT for a day that is none, or more than 366 of them.
 */
export async function readDays(em: EntityManager, from: string, to: string): Promise<DayStats[]> {
  const days = (checkDay('to', to) - checkDay('from', from)) / 86_400_000 + 1;
  if (days < 1 || days > mostDays) throw badInput('to', `to must be 1 to ${mostDays} days from from.`);
  return em.execute<DayStats[]>(
    `with given as (
       select day, language, sum(duration_seconds) as seconds, sum(recordings)::int as recordings,
         count(distinct user_id)::int as speakers
       from daily_totals where day between ? and ? and recordings > 0
       group by grouping sets ((day), (day, language))
     )
     select calendar.day::date::text as day, language, coalesce(round(seconds::numeric, 3)::float8, 0)
         as "durationSeconds",
       coalesce(recordings, 0) as recordings, coalesce(speakers, 0) as speakers
     from generate_series(?::date, ?::date, interval '1 day') as calendar(day)
     left join given on given.day = calendar.day
     order by calendar.day, language nulls first`,
    [from, to, from, to],
  );
}

function checkDay(field: string, day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) {
    throw badInput(field, `${field} must be a day such as 2026-11-22.`);
  }
  return time;
}
