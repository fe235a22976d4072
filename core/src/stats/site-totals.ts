import type { EntityManager } from '@mikro-orm/postgresql';

/** What all speakers have given together. */
export interface SiteTotals {
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
  /** How many people have a recording. */
  readonly speakers: number;
}

/** The sums at this moment, over the standings: a few hundred rows at most. */
export async function readSiteTotals(em: EntityManager): Promise<SiteTotals> {
  const [totals] = await em.execute<SiteTotals[]>(
    `select coalesce(round(sum(duration_seconds)::numeric, 3)::float8, 0) as "durationSeconds",
       coalesce(sum(recordings), 0)::int as recordings, coalesce(sum(speakers), 0)::int as speakers
     from standing_bands`,
  );
  return totals ?? { durationSeconds: 0, recordings: 0, speakers: 0 };
}
