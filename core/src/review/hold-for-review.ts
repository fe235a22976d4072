import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError, badInput, notFound } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';
import { isSessionId } from '../session/session-id.js';

/** Which recording a reviewer speaks of, as he heard it. */
export interface ReviewAddress {
  readonly sessionId: string;
  /** Of the finished files that were listened to: `artifacts.epoch`. */
  readonly version: number;
}

const longestWords = 500;

/**
 * Holds the row of a finished recording for the rest of the transaction.
 * @param version - undefined: whichever there is.
 * @throws NOT_FOUND; CONFLICT when it is not finished, not kept, or was finished anew since.
 */
export async function holdForReview(
  transaction: EntityManager,
  { sessionId, version }: { readonly sessionId: string; readonly version?: number },
): Promise<void> {
  if (!isSessionId(sessionId)) throw notFound('session');
  const [session] = await transaction.execute<{ epoch: number | null }[]>(
    `select case when status = 'uploaded' and kept then (artifacts->>'epoch')::int end as epoch
     from recital_sessions where id = ? and not disavowed for no key update`,
    [sessionId],
  );
  if (session === undefined) throw notFound('session');
  if (session.epoch === null) {
    throw new AppError(
      'CONFLICT',
      'This recording is not finished, or nobody has said that it is wanted: it cannot be judged yet.',
    );
  }
  if (version !== undefined && version !== session.epoch) {
    throw new AppError(
      'CONFLICT',
      'This recording was finished anew while you listened. Open it again: it may sound otherwise now.',
    );
  }
}

/**
 * What a reviewer wrote, as it is kept; null for nothing.
 * @throws BAD_USER_INPUT when it is too long.
 */
export function reviewersWords(field: string, words: string | null): string | null {
  const kept = oneLine(words ?? '') || null;
  if (kept !== null && kept.length > longestWords) {
    throw badInput(field, `Say it in ${longestWords} characters.`);
  }
  return kept;
}
