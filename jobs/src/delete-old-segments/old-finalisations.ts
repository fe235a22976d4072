import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';

/** SQL condition of a session whose last finalisation is old enough, and stands. Takes the days as parameter. */
const deletable = `
  status = 'uploaded' and not disavowed and finalised_version = content_version
  and attention is null and (lease_until is null or lease_until <= now())
  and finalised_at <= now() - make_interval(days => ?)
  and (segments_deleted_at is null or segments_deleted_at < finalised_at)`;

/** Sessions that are read at a time. */
const page = 500;

/**
 * Sessions whose segments are no longer needed, by their ids. All of them: those that cannot be dealt with today stay,
 * and must not stand in front of the others for ever.
 */
export async function* findOldFinalisations(
  em: EntityManager,
  retentionDays: number,
): AsyncGenerator<string> {
  for (let last = ''; ;) {
    const rows = await em.execute<{ id: string }[]>(
      `select id from recital_sessions where ${deletable} and id > ? order by id limit ${page}`,
      [retentionDays, last],
    );
    for (const { id } of rows) yield id;
    const end = rows.at(-1);
    if (end === undefined || rows.length < page) return;
    last = end.id;
  }
}

/** Sessions whose deletion was recorded in these days: a process that was killed meanwhile did not finish it. */
export async function findRecentDeletions(em: EntityManager, days: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions
     where segments_deleted_at > now() - make_interval(days => ?)
       and segments_deleted_at >= finalised_at and status = 'uploaded' and not disavowed
     order by id`,
    [days],
  );
  return rows.map(({ id }) => id);
}

/** A finished session and the segments that lie in its source. */
export interface OldFinalisation {
  readonly session: RecitalSession;
  readonly artifacts: FinishedArtifacts;
  /** In order of their offsets in the source. */
  readonly segments: readonly (AudioSegment & { sourceOffset: number })[];
}

/** Reads one in a consistent snapshot. @returns null when there is nothing finished. */
export async function readOldFinalisation(
  em: EntityManager,
  sessionId: string,
): Promise<OldFinalisation | null> {
  return inTransaction(
    em,
    async (snapshot) => {
      const session = await snapshot.findOne(RecitalSession, { id: sessionId, status: 'uploaded' });
      const artifacts = session?.artifacts ?? null;
      if (session === null || artifacts === null) return null;
      const all = await snapshot.find(AudioSegment, { session: sessionId }, { orderBy: { sequence: 'asc' } });
      return { session, artifacts, segments: all.filter(liesInSource) };
    },
    { readOnly: true },
  );
}

function liesInSource(segment: AudioSegment): segment is AudioSegment & { sourceOffset: number } {
  return typeof segment.sourceOffset === 'number';
}

/** @returns false when the session was finalised anew, or wished away, since it was read. */
export async function recordSegmentsDeleted(
  em: EntityManager,
  { session, artifacts }: OldFinalisation,
): Promise<boolean> {
  const recorded = await em.execute<unknown[]>(
    `update recital_sessions set segments_deleted_at = now(), updated_at = now()
     where id = ? and not disavowed and (artifacts->>'epoch')::int = ? returning id`,
    [session.id, artifacts.epoch],
  );
  return recorded.length > 0;
}
