import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput } from '../errors/app-error.js';
import { ContentMismatchError, type ContentStore } from '../storage/content-store.js';
import { segmentKey } from '../storage/keys.js';
import { acceptAudioSegment } from './accept-audio-segment.js';
import { AudioSegment } from './audio-segment.entity.js';
import { audioContainer } from './audio-mime-type.js';
import { checkAudioSegment } from './check-audio-segment.js';
import { findOpenSession, whyNotOpen } from './open-session.js';
import type { SessionLimits } from './session-limits.js';
import { setAudioAside } from './set-aside-audio.js';

/** What the acceptance of a segment works with. */
export interface ReceiveAudioDependencies {
  readonly em: EntityManager;
  readonly store: ContentStore;
  readonly limits: SessionLimits;
}

/** A segment as the client announces it, and its bytes. */
export interface IncomingAudioSegment {
  readonly userId: string;
  readonly sessionId: string;
  /** Counts from 0. */
  readonly sequence: number;
  readonly byteLength: number;
  /** Hex, of the bytes. */
  readonly sha256: string;
  /** In the container that the session's capture settings name; codecs may be told or not. */
  readonly mimeType: string;
  /** Read to its end or destroyed, whatever the outcome. */
  readonly content: Readable;
}

/**
 * Takes a segment in: when this resolves, its bytes and its row are durable. The same bytes again: the same
 * answer. Accepted in any status; only a person's wish to delete the session closes it.
 * @throws NOT_FOUND; BAD_USER_INPUT for wrong numbers, another container than the session's (no CONFLICT, upon
 * which clients drop their copy) and bytes that are not those announced; PAYLOAD_TOO_LARGE;
 * UNSUPPORTED_MEDIA_TYPE; CONFLICT for other bytes than those that are there (kept, set aside).
 */
export async function receiveAudioSegment(
  { em, store, limits }: ReceiveAudioDependencies,
  incoming: IncomingAudioSegment,
): Promise<AudioSegment> {
  // A stream that fails while nobody reads it would end the process.
  incoming.content.on('error', () => undefined);
  try {
    const segment = { ...incoming, sha256: incoming.sha256.toLowerCase() };
    checkAudioSegment(segment, limits);
    const session = await findOpenSession(em, { ...segment, audioSequence: segment.sequence });
    if (audioContainer(session.capture.mimeType) !== audioContainer(segment.mimeType)) {
      throw badInput(
        'mimeType',
        `This recital was begun as ${session.capture.mimeType}. Begin a new recital for another kind of audio.`,
      );
    }
    if (session.segmentSha256 === segment.sha256) return await existingSegment(em, segment);
    const storageKey = segmentKey(session.id, segment.sequence, segment.sha256);
    return await storeAndAccept(em, store, { ...segment, storageKey });
  } finally {
    incoming.content.resume();
  }
}

async function storeAndAccept(
  em: EntityManager,
  store: ContentStore,
  segment: IncomingAudioSegment & { readonly storageKey: string },
): Promise<AudioSegment> {
  await putSegment(store, segment);
  const outcome = await acceptAudioSegment(em, segment);
  if (typeof outcome !== 'string') return outcome;
  if (outcome === 'sequence-taken') {
    const existing = await existingSegment(em, segment);
    if (existing.sha256 === segment.sha256) return existing;
    if (await setAudioAside(em, segment)) {
      throw new AppError(
        'CONFLICT',
        `Segment ${segment.sequence} is already there with other bytes. The first stays; these were set aside.`,
        { sequence: segment.sequence },
      );
    }
  }
  await store.delete(segment.storageKey);
  throw await whyNotOpen(em, segment);
}

async function putSegment(
  store: ContentStore,
  {
    storageKey,
    content,
    mimeType,
    byteLength,
    sha256,
  }: IncomingAudioSegment & { readonly storageKey: string },
): Promise<void> {
  try {
    await store.put(storageKey, content, mimeType, { byteLength, sha256 });
  } catch (error) {
    if (!(error instanceof ContentMismatchError)) throw error;
    throw error.difference === 'length'
      ? badInput('byteLength', 'The segment is not as long as announced; nothing was stored. Send it again.')
      : badInput('sha256', 'The segment was changed on its way; nothing was stored. Send it again.');
  }
}

async function existingSegment(
  em: EntityManager,
  { sessionId, sequence }: IncomingAudioSegment,
): Promise<AudioSegment> {
  return em.findOneOrFail(AudioSegment, { session: sessionId, sequence });
}
