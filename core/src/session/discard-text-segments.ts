import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import { badInput } from '../errors/app-error.js';
import { checkWholeNumber } from '../input/check-number.js';
import { hintFinalisation } from './hint-finalisation.js';
import { findOpenSession, openSessionCondition, whyNotOpen } from './open-session.js';
import { maxTextSegments } from './session-limits.js';
import { TextSegment } from './text-segment.entity.js';

/** Readings that are not wanted. */
export interface DiscardedReadings {
  readonly userId: string;
  readonly sessionId: string;
  readonly sequences: readonly number[];
}

/**
 * Discards readings of sentences: one way, idempotent, at any time, also before the readings themselves arrive.
 * @param finalisationDisabled - true: a discard after the end leaves no hint for the workers
 *   (`JOB_SESSION_FINALIZATION_DISABLED`).
 * @returns those of them that have arrived, in order.
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function discardTextSegments(
  em: EntityManager,
  { userId, sessionId, sequences }: DiscardedReadings,
  { finalisationDisabled = false }: { readonly finalisationDisabled?: boolean } = {},
): Promise<TextSegment[]> {
  checkSequences('sequences', sequences);
  const { status } = await findOpenSession(em, { userId, sessionId });
  await inTransaction(em, async (transaction) => {
    const open = await markDiscarded(transaction, { userId, sessionId, sequences });
    if (!open) throw await whyNotOpen(transaction, { userId, sessionId });
    if (status !== 'active' && !finalisationDisabled) await hintFinalisation(transaction, sessionId);
  });
  return em.find(
    TextSegment,
    { session: sessionId, sequence: { $in: [...sequences] } },
    { orderBy: { sequence: 'asc' }, refresh: true },
  );
}

/** @throws BAD_USER_INPUT unless each can be the sequence of a reading. */
export function checkSequences(field: string, sequences: readonly number[]): void {
  if (sequences.length > maxTextSegments) {
    throw badInput(field, `${field} may name ${maxTextSegments} readings at most.`);
  }
  for (const sequence of sequences) {
    checkWholeNumber(field, sequence, { least: 0, most: maxTextSegments - 1 });
  }
}

/**
 * The change itself, in the caller's transaction. What was discarded before is no new content.
 * @returns false when the session is not open.
 */
export async function markDiscarded(
  transaction: EntityManager,
  { userId, sessionId, sequences }: DiscardedReadings,
): Promise<boolean> {
  const given = `{${sequences.join(',')}}`;
  const open = await transaction.execute<unknown[]>(
    `select id from recital_sessions where ${openSessionCondition()} for no key update`,
    [sessionId, userId],
  );
  if (open.length === 0) return false;
  await transaction.execute(
    `update recital_sessions set
       discarded_sequences = array(select distinct unnest(discarded_sequences || ?::int[]) order by 1),
       content_version = content_version + 1, last_content_at = now(), last_activity_at = now(),
       updated_at = now()
     where id = ? and not discarded_sequences @> ?::int[]`,
    [given, sessionId, given],
  );
  await transaction.execute(
    `update text_segments set discarded = true
     where session_id = ? and sequence = any (?::int[]) and not discarded`,
    [sessionId, given],
  );
  return true;
}
