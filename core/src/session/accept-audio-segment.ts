import type { EntityManager } from '@mikro-orm/postgresql';
import { runPrepared } from '../db/prepared-statement.js';
import type { AudioSegment } from './audio-segment.entity.js';
import { openSessionCondition } from './open-session.js';

/** A segment whose bytes are durable under its key. */
export interface StoredSegment {
  readonly userId: string;
  readonly sessionId: string;
  readonly sequence: number;
  readonly mimeType: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly storageKey: string;
}

/** A segment that was taken in. */
export type AcceptedSegment = Pick<
  AudioSegment,
  'id' | 'sequence' | 'mimeType' | 'byteLength' | 'sha256' | 'storageKey' | 'receivedAt'
>;

const acceptance = {
  name: 'accept-audio-segment',
  sql: `with open_session as materialized (
      select id from recital_sessions where ${openSessionCondition} for no key update
    ), accepted as (
      insert into audio_segments (session_id, sequence, mime_type, byte_length, sha256, storage_key)
      select id, ?, ?, ?, ?, ? from open_session
      on conflict (session_id, sequence) do nothing
      returning id, session_id, received_at
    ), counted as (
      update recital_sessions set
        content_version = content_version + 1, last_content_at = now(), last_activity_at = now(),
        updated_at = now(),
        end_reason = case
          when end_reason <> 'empty' then end_reason
          when end_reason = 'empty' and kept then 'interrupted'
          when end_reason = 'empty' then 'abandoned'
        end
      from accepted where recital_sessions.id = accepted.session_id
    )
    select accepted.id, accepted.received_at as "receivedAt" from open_session left join accepted on true`,
};

/** Empty when the sequence was taken. */
type AcceptedRow = { readonly id: null } | { readonly id: string; readonly receivedAt: Date | string };

/**
 * Writes the row of a segment, in one statement that holds the session's row: a delete that comes first refuses
 * it, one that comes second finds it. New content makes the session due (again).
 * A recital that had ended with nothing is no longer empty when its voice arrives after all.
 * @returns the new row, or why there is none.
 */
export async function acceptAudioSegment(
  em: EntityManager,
  segment: StoredSegment,
): Promise<AcceptedSegment | 'sequence-taken' | 'session-not-open'> {
  const { sessionId, userId, sequence, mimeType, byteLength, sha256, storageKey } = segment;
  const values = [sessionId, userId, sequence, mimeType, byteLength, sha256, storageKey];
  const [row] = await runPrepared<AcceptedRow>(em, acceptance, values);
  if (row === undefined) return 'session-not-open';
  if (row.id === null) return 'sequence-taken';
  return {
    id: row.id,
    sequence,
    mimeType,
    byteLength,
    sha256,
    storageKey,
    receivedAt: new Date(row.receivedAt),
  };
}
