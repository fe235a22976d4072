import type { EntityManager } from '@mikro-orm/postgresql';
import { rankOf } from './standing.js';

/** One speaker with a recording, and the place among all. */
export interface LeaderboardEntry {
  readonly userId: string;
  readonly name: string;
  readonly joinedAt: Date;
  /** Seconds of finished, kept recordings. */
  readonly durationSeconds: number;
  readonly recordings: number;
  /** As `Standing.rank`. */
  readonly rank: number;
}

const columns = `t.user_id as "userId", users.name, users.created_at as "joinedAt",
  t.duration_seconds as "durationSeconds", t.recordings`;

/**
 * The speakers who gave the most.
 * @param depth - most entries. Of speakers with the same total, those who joined first come first.
 */
export async function readLeaderboard(em: EntityManager, depth: number): Promise<LeaderboardEntry[]> {
  const entries = await em.execute<LeaderboardEntry[]>(
    `with top as (
       select t.* from user_totals t where recordings > 0
       order by duration_seconds desc fetch first ? rows with ties
     )
     select ${columns}, (dense_rank() over (order by t.duration_seconds desc))::int as rank
     from top t join users on users.id = t.user_id
     order by t.duration_seconds desc, users.created_at, users.id limit ?`,
    [depth, depth],
  );
  return entries.map(withDate);
}

/** One speaker's own entry; null for a user without a recording. */
export async function readLeaderboardEntry(
  em: EntityManager,
  userId: string,
): Promise<LeaderboardEntry | null> {
  const [entry] = await em.execute<LeaderboardEntry[]>(
    `select ${columns}, ${rankOf} as rank
     from user_totals t join users on users.id = t.user_id where t.user_id = ? and t.recordings > 0`,
    [userId],
  );
  return entry === undefined ? null : withDate(entry);
}

/** Statements of one's own answer times as text. */
function withDate(entry: LeaderboardEntry): LeaderboardEntry {
  return { ...entry, joinedAt: new Date(entry.joinedAt) };
}
