import type { EntityManager } from '@mikro-orm/postgresql';

/** Seconds without new content after which a session with parts missing is looked at (and flagged). */
const quietSeconds = 10;

/** SQL condition of a session of which something waits to be finalised, now or later. */
const wantedCondition = `
  status in ('ended', 'aggregated', 'uploaded') and not disavowed
  and finalised_version < content_version
  and (attention is null or attention_version < content_version)
  and (expected_audio_segments > 0
    or exists (select from audio_segments where session_id = recital_sessions.id))`;

/** SQL: from when on such a session is due; null: it is. */
const dueTime = `
  greatest(lease_until, next_attempt_at, case
    when expected_audio_segments <=
           (select count(*) from audio_segments where session_id = recital_sessions.id)
      and expected_text_segments <=
           (select count(*) from text_segments where session_id = recital_sessions.id)
    then null else last_content_at + interval '${quietSeconds} seconds' end)`;

/**
 * SQL condition of a session that wants to be finalised now. The one condition for the hint, the sweep, the
 * claim, finalisation anew after late segments, and the debounce.
 * Content is newer than what was finalised, and all expected parts are there or nothing came for 10 s; no worker
 * holds it, no back-off runs, and it does not wait for an admin (flagged at this very content).
 * A session in which nothing was recorded is never due.
 */
export const dueCondition = `${wantedCondition} and coalesce(${dueTime} <= now(), true)`;

/**
 * @returns when a session is due, if nothing more happens to it: now or later, rounded up to whole milliseconds;
 *   null when there is nothing to finalise or an admin has to look at it first.
 */
export async function findDueTime(em: EntityManager, sessionId: string): Promise<Date | null> {
  const [row] = await em.execute<{ at: Date | string }[]>(
    `select greatest(${dueTime} + interval '1 millisecond', now()) as at
     from recital_sessions where id = ? and ${wantedCondition}`,
    [sessionId],
  );
  return row === undefined ? null : new Date(row.at);
}

/**
 * The sessions that want to be finalised now, those that wait longest first. One that failed counts from its next
 * attempt, so that poison falls behind all others.
 */
export async function findDueSessions(em: EntityManager, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions where ${dueCondition}
     order by coalesce(next_attempt_at, last_content_at), id limit ?`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** SQL condition of a disavowed session whose content wants to be deleted now: no worker is at it, no wait runs. */
export const discardDueCondition = `
  disavowed and status <> 'discarded'
  and (lease_until is null or lease_until <= now())
  and (next_attempt_at is null or next_attempt_at <= now())`;

/** The sessions to delete now, those wished away first come first. */
export async function findSessionsToDiscard(em: EntityManager, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions where ${discardDueCondition}
     order by coalesce(next_attempt_at, disavowed_at), id limit ?`,
    [limit],
  );
  return rows.map(({ id }) => id);
}
