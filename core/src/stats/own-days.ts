import { DriverException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '../errors/app-error.js';
import { countedCondition } from '../session/count-session.js';

/** What a speaker gave on one day of their own calendar. */
export interface OwnDay {
  /** `2026-11-22`, where the speaker is. */
  readonly day: string;
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
}

/** What a speaker gave lately, by days as they are where the speaker is. */
export interface OwnDays {
  /** The last seven days without a gap, the oldest first; the last one is today. */
  readonly recentDays: readonly OwnDay[];
  /** Days in a row with a recording, up to today, or to yesterday as long as nothing was recorded today. */
  readonly streakDays: number;
}

/** SQL of a day's sessions: from its midnight to the next one, in a time zone whose days may be 23 or 25 hours long. */
const ofDay = (day: string): string => `from recital_sessions where user_id = :userId and ${countedCondition}
  and created_at >= (${day})::timestamp at time zone :timeZone
  and created_at < ((${day}) + 1)::timestamp at time zone :timeZone`;

/**
 * Looks at the speaker's own sessions of seven days, and then back day by day by an index until one is empty: the cost
 * grows with the length of the streak and with nothing else. A recital belongs to the moment at which the server first
 * heard of it.
 * @param timeZone - as browsers name it, such as `Asia/Jerusalem`.
 * @throws BAD_USER_INPUT for a time zone that the database does not know.
 */
export async function readOwnDays(em: EntityManager, userId: string, timeZone: string): Promise<OwnDays> {
  try {
    const [recentDays, streakDays] = await Promise.all([
      readRecentDays(em, userId, timeZone),
      readStreak(em, userId, timeZone),
    ]);
    return { recentDays, streakDays };
  } catch (error) {
    if (error instanceof DriverException && error.code === unknownTimeZone) {
      throw badInput('timeZone', 'timeZone must be the name of a time zone, such as Asia/Jerusalem.');
    }
    throw error;
  }
}

/** PostgreSQL's invalid_parameter_value: the only parameter here that it judges is the time zone. */
const unknownTimeZone = '22023';

async function readRecentDays(em: EntityManager, userId: string, timeZone: string): Promise<OwnDay[]> {
  return em.execute<OwnDay[]>(
    ...named(
      `with calendar as (
         select (now() at time zone :timeZone)::date - ago as day from generate_series(0, 6) as ago
       )
       select day::text, given.seconds as "durationSeconds", given.recordings
       from calendar cross join lateral (
         select coalesce(round(sum(duration_seconds)::numeric, 3)::float8, 0) as seconds, count(*)::int as recordings
         ${ofDay('calendar.day')}
       ) as given
       order by day`,
      { userId, timeZone },
    ),
  );
}

async function readStreak(em: EntityManager, userId: string, timeZone: string): Promise<number> {
  const [streak] = await em.execute<{ days: number }[]>(
    ...named(
      `with recursive today as (select (now() at time zone :timeZone)::date as day),
       run as (
         select max(candidate) as day from today, unnest(array[today.day, today.day - 1]) as candidate
         where exists (select 1 ${ofDay('candidate')})
         union all
         select run.day - 1 from run where exists (select 1 ${ofDay('run.day - 1')})
       )
       select count(day)::int as days from run`,
      { userId, timeZone },
    ),
  );
  return streak?.days ?? 0;
}

/** Puts values into a statement that names them more than once. */
function named(
  statement: string,
  values: Readonly<Record<'userId' | 'timeZone', string>>,
): [string, string[]] {
  const parameters: string[] = [];
  const sql = statement.replaceAll(/:(userId|timeZone)\b/g, (_, name: 'userId' | 'timeZone') => {
    parameters.push(values[name]);
    return '?';
  });
  return [sql, parameters];
}

/** A week as it is counted here begins on Sunday, as in Israel and in most of what is said about Yiddish weeks. */
const sunday = 0;

/** Seconds of this week or of today, out of the last seven days. */
export function secondsOfPeriod(recentDays: readonly OwnDay[], period: 'day' | 'week'): number {
  const last = recentDays.length - 1;
  const weekBegan = recentDays.findLastIndex(
    ({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() === sunday,
  );
  const counted = recentDays.slice(period === 'day' ? last : weekBegan);
  return counted.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
}
