import type { EntityManager } from '@mikro-orm/postgresql';
import { askedTogether } from '../db/asked-together.js';
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

/** New content makes a session due (again); one that had ended with nothing is no longer empty. */
const counting = `content_version = content_version + 1, last_content_at = now(), last_activity_at = now(),
        updated_at = now(),
        end_reason = case
          when end_reason <> 'empty' then end_reason
          when end_reason = 'empty' and kept then 'interrupted'
          when end_reason = 'empty' then 'abandoned'
        end`;

const acceptance = {
  name: 'accept-audio-segment',
  sql: `with open_session as materialized (
      select id from recital_sessions where ${openSessionCondition()} for no key update
    ), accepted as (
      insert into audio_segments (session_id, sequence, mime_type, byte_length, sha256, storage_key)
      select id, ?, ?, ?, ?, ? from open_session
      on conflict (session_id, sequence) do nothing
      returning id, session_id, received_at
    ), counted as (
      update recital_sessions set ${counting} from accepted where recital_sessions.id = accepted.session_id
    )
    select accepted.id, accepted.received_at as "receivedAt" from open_session left join accepted on true`,
};

/**
 * The same for segments of different sessions, in one transaction: one commit waits for the disk, not one each. It passes
 * over a session that somebody else holds, and so never waits for a row while it holds others.
 */
const acceptances = {
  name: 'accept-audio-segments',
  sql: `with sent as materialized (
      select * from unnest(?::text[], ?::uuid[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[])
        as sent (session_id, sender, sequence, mime_type, byte_length, sha256, storage_key)
    ), open_session as materialized (
      select id from sent
      join recital_sessions on ${openSessionCondition('sent.session_id', 'sender')}
      for no key update of recital_sessions skip locked
    ), accepted as (
      insert into audio_segments (session_id, sequence, mime_type, byte_length, sha256, storage_key)
      select session_id, sequence, mime_type, byte_length, sha256, storage_key
      from open_session join sent on sent.session_id = open_session.id
      on conflict (session_id, sequence) do nothing
      returning id, session_id, received_at
    ), counted as (
      update recital_sessions set ${counting} from accepted where recital_sessions.id = accepted.session_id
    )
    select session_id as "sessionId", id, received_at as "receivedAt" from accepted`,
};

/** Empty when the sequence was taken. */
type AcceptedRow = { readonly id: null } | { readonly id: string; readonly receivedAt: Date | string };

/**
 * Writes the row of a segment, in one statement that holds the session's row: a delete that comes first refuses
 * it, one that comes second finds it. A recital that had ended with nothing is no longer empty when its voice arrives
 * after all.
 * @returns the new row, or why there is none.
 */
export async function acceptAudioSegment(
  em: EntityManager,
  segment: StoredSegment,
): Promise<AcceptedSegment | 'sequence-taken' | 'session-not-open'> {
  const row = (await acceptWithOthers(em, segment)) ?? (await acceptAlone(em, segment));
  if (row === undefined) return 'session-not-open';
  if (row.id === null) return 'sequence-taken';
  const { sequence, mimeType, byteLength, sha256, storageKey } = segment;
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

/** Undefined for whatever was not taken in by it: asked alone, it waits for its row, and hears why. */
const acceptWithOthers = askedTogether<StoredSegment, AcceptedRow | undefined>(async (em, segments) => {
  const places = new Map(segments.map(({ sessionId }, place) => [sessionId, place]));
  const sent = segments.filter(({ sessionId }, place) => places.get(sessionId) === place);
  const values = [
    sent.map(({ sessionId }) => sessionId),
    sent.map(({ userId }) => userId),
    sent.map(({ sequence }) => sequence),
    sent.map(({ mimeType }) => mimeType),
    sent.map(({ byteLength }) => byteLength),
    sent.map(({ sha256 }) => sha256),
    sent.map(({ storageKey }) => storageKey),
  ];
  const accepted = await runPrepared<AcceptedRow & { readonly sessionId: string }>(
    em,
    acceptances,
    values,
  ).catch(() => []);
  const rows = new Map(accepted.map((row) => [places.get(row.sessionId), row]));
  return segments.map((_, place) => rows.get(place));
});

async function acceptAlone(
  em: EntityManager,
  { sessionId, userId, sequence, mimeType, byteLength, sha256, storageKey }: StoredSegment,
): Promise<AcceptedRow | undefined> {
  const values = [sessionId, userId, sequence, mimeType, byteLength, sha256, storageKey];
  const [row] = await runPrepared<AcceptedRow>(em, acceptance, values);
  return row;
}
