import type { EntityManager } from '@mikro-orm/postgresql';
import { notFound } from '../errors/app-error.js';
import { AudioSegment } from './audio-segment.entity.js';
import { expectedParts, missingSequences } from './missing-sequences.js';
import type { SessionAddress } from './open-session.js';
import { RecitalSession, type SessionStatus } from './recital-session.entity.js';
import { isSessionId } from './session-id.js';
import { TextSegment } from './text-segment.entity.js';

/** What has arrived of a recital, so that a client can send what has not. */
export interface UploadState {
  readonly sessionId: string;
  readonly status: SessionStatus;
  readonly disavowed: boolean;
  /** Null until the session is ended. */
  readonly expectedAudioSegments: number | null;
  readonly expectedTextSegments: number | null;
  /** By sequence. */
  readonly audioSegments: AudioSegment[];
  readonly textSegments: TextSegment[];
  /** Sequences below the expected count, or below the highest that came. */
  readonly missingAudioSegments: number[];
  readonly missingTextSegments: number[];
}

/**
 * For the session's own speaker, whatever its status: a deleted one says so.
 * @throws NOT_FOUND
 */
export async function uploadState(
  em: EntityManager,
  { userId, sessionId }: SessionAddress,
): Promise<UploadState> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const session = await em.findOne(RecitalSession, { id: sessionId, user: userId });
  if (session === null) throw notFound('session');
  const bySequence = { orderBy: { sequence: 'asc' } } as const;
  const audioSegments = await em.find(AudioSegment, { session: sessionId }, bySequence);
  const textSegments = await em.find(TextSegment, { session: sessionId }, bySequence);
  return {
    sessionId,
    status: session.status,
    disavowed: session.disavowed,
    expectedAudioSegments: session.expectedAudioSegments ?? null,
    expectedTextSegments: session.expectedTextSegments ?? null,
    audioSegments,
    textSegments,
    missingAudioSegments: missingSequences(
      expectedParts(session.expectedAudioSegments ?? null, audioSegments),
      audioSegments,
    ),
    missingTextSegments: missingSequences(
      expectedParts(session.expectedTextSegments ?? null, textSegments),
      textSegments,
    ),
  };
}
