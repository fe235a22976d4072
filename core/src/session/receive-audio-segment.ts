import type { Readable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput } from '../errors/app-error.js';
import { stepsWith } from '../failpoints/failpoints.js';
import { ContentMismatchError, type ContentStore } from '../storage/content-store.js';
import { segmentKey } from '../storage/keys.js';
import { acceptAudioSegment, type AcceptedSegment } from './accept-audio-segment.js';
import { AudioSegment } from './audio-segment.entity.js';
import { audioContainer } from './audio-mime-type.js';
import { checkAudioSegment } from './check-audio-segment.js';
import { hintFinalisation } from './hint-finalisation.js';
import { findOpenSession, whyNotOpen } from './open-session.js';
import type { SessionLimits } from './session-limits.js';
import { setAudioAside } from './set-aside-audio.js';
import type { UploadFailpoints, UploadStep } from './upload-steps.js';

type Step = ReturnType<typeof stepsWith<UploadStep>>;

/** What the acceptance of a segment works with. */
export interface ReceiveAudioDependencies {
  readonly em: EntityManager;
  readonly store: ContentStore;
  readonly limits: SessionLimits;
  /** True: what comes after the end leaves no hint for the workers (`JOB_SESSION_FINALIZATION_DISABLED`). */
  readonly finalisationDisabled?: boolean;
  /** Only in tests: what happens at each step. */
  readonly failpoints?: UploadFailpoints;
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
  { em, store, limits, finalisationDisabled = false, failpoints }: ReceiveAudioDependencies,
  incoming: IncomingAudioSegment,
): Promise<AcceptedSegment> {
  // A stream that fails while nobody reads it would end the process.
  incoming.content.on('error', () => undefined);
  try {
    const segment = { ...incoming, sha256: incoming.sha256.toLowerCase() };
    checkAudioSegment(segment, limits);
    const step = stepsWith(failpoints);
    const session = await step('find-session', () =>
      findOpenSession(em, { ...segment, audioSequence: segment.sequence }),
    );
    if (audioContainer(session.capture.mimeType) !== audioContainer(segment.mimeType)) {
      throw badInput(
        'mimeType',
        `This recital was begun as ${session.capture.mimeType}. Begin a new recital for another kind of audio.`,
      );
    }
    const storageKey = segmentKey(session.id, segment.sequence, segment.sha256);
    const accepted =
      session.segmentSha256 === segment.sha256
        ? await existingSegment(em, segment)
        : await storeAndAccept({ em, store, step }, { ...segment, storageKey });
    // Also when it came before: the hint may have been lost together with the answer.
    if (session.status !== 'active' && !finalisationDisabled) {
      await step('hint-finalisation', () => hintFinalisation(em, session.id));
    }
    return accepted;
  } finally {
    incoming.content.resume();
  }
}

async function storeAndAccept(
  { em, store, step }: Pick<ReceiveAudioDependencies, 'em' | 'store'> & { readonly step: Step },
  segment: IncomingAudioSegment & { readonly storageKey: string },
): Promise<AcceptedSegment> {
  await step('store-segment', () => putSegment(store, segment));
  const outcome = await step('accept-segment', () => acceptAudioSegment(em, segment));
  if (typeof outcome !== 'string') return outcome;
  if (outcome === 'sequence-taken') {
    const existing = await existingSegment(em, segment);
    if (existing.sha256 === segment.sha256) return existing;
    if (await step('set-aside-segment', () => setAudioAside(em, segment))) {
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
