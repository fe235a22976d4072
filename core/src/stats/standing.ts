import type { EntityManager } from '@mikro-orm/postgresql';

/** What a speaker has given, and where that stands among all speakers. */
export interface Standing {
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
  /** Counts from 1; speakers with the same total share one, and none is left out after them. Null: no recording yet. */
  readonly rank: number | null;
  /** The next total above the own one, in seconds; null at the top. */
  readonly nextHigherSeconds: number | null;
}

/** SQL of the rank of the row `t` of `user_totals`: the bands above, and a look into its own. */
export const rankOf = `(
  1 + (select coalesce(sum(levels), 0) from standing_bands where band > t.band)
    + (select count(distinct duration_seconds) from user_totals
       where band = t.band and recordings > 0 and duration_seconds > t.duration_seconds))::int`;

/** The standing at this moment; its cost does not depend on how many sessions or speakers there are. */
export async function readStanding(em: EntityManager, userId: string): Promise<Standing> {
  const [standing] = await em.execute<Standing[]>(
    `select duration_seconds as "durationSeconds", recordings,
       case when recordings > 0 then ${rankOf} end as rank,
       (select min(duration_seconds) from user_totals
        where duration_seconds > t.duration_seconds and recordings > 0) as "nextHigherSeconds"
     from user_totals t where user_id = ?`,
    [userId],
  );
  if (standing !== undefined) return standing;
  const [lowest] = await em.execute<{ seconds: number | null }[]>(
    'select min(duration_seconds) as seconds from user_totals where recordings > 0 and duration_seconds > 0',
  );
  return { durationSeconds: 0, recordings: 0, rank: null, nextHigherSeconds: lowest?.seconds ?? null };
}
