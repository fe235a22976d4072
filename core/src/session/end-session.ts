import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput } from '../errors/app-error.js';
import { checkSeconds, checkWholeNumber } from '../input/check-number.js';
import { enqueue } from '../queue/enqueue.js';
import { changeCounted } from './count-session.js';
import { checkSequences, markDiscarded } from './discard-text-segments.js';
import { findOpenSession, openSessionCondition, whyNotOpen } from './open-session.js';
import { RecitalSession, type SessionEndReason } from './recital-session.entity.js';
import { longestRecording, maxTextSegments, type SessionLimits } from './session-limits.js';

/** What the end of a recital works with. */
export interface EndSessionDependencies {
  readonly em: EntityManager;
  readonly limits: SessionLimits;
  /** True: no hint is left for the workers (`JOB_SESSION_FINALIZATION_DISABLED`). */
  readonly finalisationDisabled: boolean;
}

/** The end of a recital as its speaker declares it. */
export interface SessionEnd {
  readonly userId: string;
  readonly sessionId: string;
  /** How many segments of audio there are; their sequences are 0 to this - 1. */
  readonly audioSegments: number;
  /** How many readings of sentences there are, discarded ones included. */
  readonly textSegments: number;
  /** Seconds of recording time. */
  readonly durationSeconds: number;
  /** Readings to discard with the end ("save without the last sentence"). */
  readonly discardedSequences: readonly number[];
  /** `abandoned` is the server's word alone; `empty` only goes with 0 segments of audio. */
  readonly endReason: SessionEndReason;
}

/**
 * Ends a recital and keeps it: its speaker wants it. Segments may still be on their way. Also accepted when it was
 * abandoned, and perhaps finalised, before. The same values again: the same answer (the reason is not compared;
 * the first one stays).
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT when it was ended with other values.
 */
export async function endSession(
  { em, limits, finalisationDisabled }: EndSessionDependencies,
  end: SessionEnd,
): Promise<RecitalSession> {
  check(end, limits);
  const discardedSequences = [...new Set(end.discardedSequences)].sort((a, b) => a - b);
  await findOpenSession(em, end);
  await changeCounted(em, end.sessionId, async (transaction) => {
    const before = await endedBefore(transaction, end);
    if (before !== undefined) {
      if (!isSameEnd(before, end, discardedSequences)) throw otherEnd();
      return;
    }
    await markEnded(transaction, end, discardedSequences);
    await markDiscarded(transaction, { ...end, sequences: discardedSequences });
    if (!finalisationDisabled) await enqueue(transaction, 'finalise-session', { sessionId: end.sessionId });
  });
  return em.findOneOrFail(RecitalSession, end.sessionId, { refresh: true });
}

function check(end: SessionEnd, limits: SessionLimits): void {
  checkWholeNumber('audioSegments', end.audioSegments, { least: 0, most: limits.maxSegments });
  checkWholeNumber('textSegments', end.textSegments, { least: 0, most: maxTextSegments });
  checkSeconds('durationSeconds', end.durationSeconds, { least: 0, most: longestRecording(limits) });
  checkSequences('discardedSequences', end.discardedSequences);
  if (end.discardedSequences.some((sequence) => sequence >= end.textSegments)) {
    throw badInput('discardedSequences', 'discardedSequences must lie below textSegments.');
  }
  if (end.endReason === 'abandoned' || (end.endReason === 'empty' && end.audioSegments > 0)) {
    throw badInput(
      'endReason',
      'endReason must be FINISHED or INTERRUPTED, or EMPTY when nothing was recorded.',
    );
  }
}

interface EarlierEnd {
  readonly audioSegments: number;
  readonly textSegments: number;
  readonly durationSeconds: number;
  readonly discardedSequences: readonly number[];
}

/** The end that the speaker declared before; an abandonment is none. */
async function endedBefore(transaction: EntityManager, end: SessionEnd): Promise<EarlierEnd | undefined> {
  const [session] = await transaction.execute<(EarlierEnd | { readonly audioSegments: null })[]>(
    `select expected_audio_segments as "audioSegments", expected_text_segments as "textSegments",
       recorded_seconds as "durationSeconds", end_discarded_sequences as "discardedSequences"
     from recital_sessions where ${openSessionCondition()}`,
    [end.sessionId, end.userId],
  );
  if (session === undefined) throw await whyNotOpen(transaction, end);
  return session.audioSegments === null ? undefined : session;
}

function isSameEnd(before: EarlierEnd, end: SessionEnd, discardedSequences: readonly number[]): boolean {
  return (
    before.audioSegments === end.audioSegments &&
    before.textSegments === end.textSegments &&
    before.durationSeconds === end.durationSeconds &&
    before.discardedSequences.join() === discardedSequences.join()
  );
}

function otherEnd(): AppError {
  return new AppError(
    'CONFLICT',
    'This recital was already ended with other values. What was saved first stays as it is.',
  );
}

async function markEnded(
  transaction: EntityManager,
  end: SessionEnd,
  discardedSequences: readonly number[],
): Promise<void> {
  await transaction.execute(
    `update recital_sessions set
       -- What nobody kept was made, but not published: it is finished when that is done.
       status = case when status = 'active' or not kept then 'ended' else status end,
       kept = true,
       ended_at = coalesce(ended_at, now()),
       end_reason = case
         when ? = 0 and not exists (select from audio_segments where session_id = recital_sessions.id)
         then 'empty' else ? end,
       expected_audio_segments = ?, expected_text_segments = ?, recorded_seconds = ?,
       end_discarded_sequences = ?::jsonb,
       content_version = content_version + 1, last_content_at = now(), last_activity_at = now(),
       updated_at = now()
     where id = ?`,
    [
      end.audioSegments,
      end.endReason === 'empty' ? 'interrupted' : end.endReason,
      end.audioSegments,
      end.textSegments,
      end.durationSeconds,
      JSON.stringify(discardedSequences),
      end.sessionId,
    ],
  );
}
