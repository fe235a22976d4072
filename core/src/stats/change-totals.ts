import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../text/text-document.entity.js';

/** What is added to a speaker's totals; negative figures take away. */
export interface TotalsChange {
  readonly userId: string;
  /** `2026-11-22`: the day, in UTC, of the session that changed. */
  readonly day: string;
  readonly language: Language;
  /** Which text was read. */
  readonly textId: string;
  readonly durationSeconds: number;
  readonly recordings: number;
}

/** SQL of the band (2 % wide) that a total lies in. */
const bandOf = (seconds: string): string => `floor(ln(1 + ${seconds}) * 50)::int`;

/**
 * Carries a change of sessions over to everything that is summed up: the speaker's totals, those of the day and of
 * the text, and the standing among all speakers. Belongs into the transaction of the change, which holds the
 * session's row.
 * Durations are whole milliseconds; rounding keeps the sums free of what binary fractions leave over.
 */
export async function changeTotals(transaction: EntityManager, change: TotalsChange): Promise<void> {
  const { userId, durationSeconds, recordings } = change;
  if (durationSeconds === 0 && recordings === 0) return;
  await transaction.execute('insert into user_totals (user_id) values (?) on conflict do nothing', [userId]);
  const [before] = await transaction.execute<{ band: number; next: number }[]>(
    `select band, ${bandOf('greatest(0, round((duration_seconds + ?)::numeric, 3)::float8)')} as next
     from user_totals where user_id = ? for update`,
    [durationSeconds, userId],
  );
  if (before === undefined) throw new Error('A speaker vanished while the totals changed.');
  const bands = [...new Set([before.band, before.next])].sort((a, b) => a - b);
  await lockBands(transaction, bands);
  await transaction.execute(
    `update user_totals set band = ?, recordings = recordings + ?,
       duration_seconds = round((duration_seconds + ?)::numeric, 3)
     where user_id = ?`,
    [before.next, recordings, durationSeconds, userId],
  );
  await sumUpBands(transaction, bands);
  await changeDay(transaction, change);
  await changeText(transaction, change);
}

/** Takes out everything that a speaker gave: none of the speaker's sessions counts any more. */
export async function forgetTotals(transaction: EntityManager, userId: string): Promise<void> {
  const [totals] = await transaction.execute<{ band: number }[]>(
    'select band from user_totals where user_id = ? for update',
    [userId],
  );
  if (totals === undefined) return;
  await lockBands(transaction, [totals.band]);
  await transaction.execute('delete from daily_totals where user_id = ?', [userId]);
  await transaction.execute('delete from user_totals where user_id = ?', [userId]);
  await sumUpBands(transaction, [totals.band]);
}

/** In ascending order, as everybody does: two that change at once wait, and never for each other. */
async function lockBands(transaction: EntityManager, bands: readonly number[]): Promise<void> {
  for (const band of bands) {
    await transaction.execute('insert into standing_bands (band) values (?) on conflict do nothing', [band]);
    await transaction.execute('select 1 from standing_bands where band = ? for update', [band]);
  }
}

/** Summed up anew each time: a band is small, and a sum that is made anew cannot drift. */
async function sumUpBands(transaction: EntityManager, bands: readonly number[]): Promise<void> {
  for (const band of bands) {
    await transaction.execute(
      `update standing_bands set (speakers, levels, duration_seconds, recordings) = (
         select count(*), count(distinct duration_seconds),
           coalesce(round(sum(duration_seconds)::numeric, 3), 0), coalesce(sum(recordings), 0)
         from user_totals where band = ? and recordings > 0)
       where band = ?`,
      [band, band],
    );
  }
}

async function changeDay(
  transaction: EntityManager,
  { userId, day, language, durationSeconds, recordings }: TotalsChange,
): Promise<void> {
  await transaction.execute(
    `insert into daily_totals (user_id, day, language, duration_seconds, recordings) values (?, ?, ?, ?, ?)
     on conflict (user_id, day, language) do update set
       duration_seconds = round((daily_totals.duration_seconds + excluded.duration_seconds)::numeric, 3),
       recordings = daily_totals.recordings + excluded.recordings`,
    [userId, day, language, durationSeconds, recordings],
  );
}

async function changeText(
  transaction: EntityManager,
  { textId, durationSeconds, recordings }: TotalsChange,
): Promise<void> {
  await transaction.execute(
    `insert into text_totals (text_id, duration_seconds, recordings) values (?, ?, ?)
     on conflict (text_id) do update set
       duration_seconds = round((text_totals.duration_seconds + excluded.duration_seconds)::numeric, 3),
       recordings = text_totals.recordings + excluded.recordings`,
    [textId, durationSeconds, recordings],
  );
}
