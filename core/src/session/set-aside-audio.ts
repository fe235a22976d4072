import type { EntityManager } from '@mikro-orm/postgresql';
import type { StoredSegment } from './accept-audio-segment.js';
import { openSessionCondition } from './open-session.js';

/**
 * Gives other bytes for a taken sequence a row of their own; the same bytes again change nothing.
 * @returns false when the session is not open any more, and its bytes have to go.
 */
export async function setAudioAside(em: EntityManager, segment: StoredSegment): Promise<boolean> {
  const open = await em.execute<unknown[]>(
    `with open_session as materialized (
       select id from recital_sessions where ${openSessionCondition()} for share
     ), set_aside as (
       insert into set_aside_audio (session_id, sequence, mime_type, byte_length, sha256, storage_key)
       select id, ?, ?, ?, ?, ? from open_session
       on conflict (session_id, sequence, sha256) do nothing
     )
     select id from open_session`,
    [
      segment.sessionId,
      segment.userId,
      segment.sequence,
      segment.mimeType,
      segment.byteLength,
      segment.sha256,
      segment.storageKey,
    ],
  );
  return open.length > 0;
}
