import type { EntityManager } from '@mikro-orm/postgresql';
import { loggableError } from '../errors/loggable-error.js';
import { DamagedMainError } from './early-main.js';
import { maxAttempts, type Claim } from './finalisation-claim.js';
import type { SessionAttention } from './recital-session.entity.js';

/** Seconds before the second attempt; doubles with every further one. 8 attempts take about an hour. */
const firstBackOff = 30;
/** Seconds. */
const longestBackOff = 3_600;
/** Characters of an error that are kept for the admin. */
const longestError = 4_000;

/** Seconds to wait after the attempt of this number (counts from 1). */
export function backOffSeconds(attempt: number): number {
  return Math.min(firstBackOff * 2 ** (attempt - 1), longestBackOff);
}

/**
 * The work failed: it is tried again after a growing while; after 8 attempts the session waits for an admin, who
 * sees the error. Gives the claim back. What can be heard early stays so, unless that is what was wrong.
 * @returns `fenced` when the claim was lost or given back before (a commit whose answer never came); nothing was
 *   written then.
 */
export async function recordFailure(
  em: EntityManager,
  claim: Claim,
  error: unknown,
): Promise<'will-retry' | 'gave-up' | 'fenced'> {
  const [row] = await em.execute<{ gaveUp: boolean }[]>(
    `update recital_sessions set
       lease_until = null, last_error = ?, updated_at = now(),
       early_main = case when ? then null else early_main end,
       next_attempt_at = now() + make_interval(secs =>
         least(${firstBackOff} * power(2, greatest(attempts, 1) - 1), ${longestBackOff})),
       attention = case when attempts >= ${maxAttempts} then 'finalisation-failed' else attention end,
       attention_version = case when attempts >= ${maxAttempts} then content_version else attention_version end
     where id = ? and epoch = ? and lease_until is not null
     returning attempts >= ${maxAttempts} as "gaveUp"`,
    [describe(error), error instanceof DamagedMainError, claim.sessionId, claim.epoch],
  );
  if (row === undefined) return 'fenced';
  return row.gaveUp ? 'gave-up' : 'will-retry';
}

/** What went wrong, in the form in which it is kept in a row. */
export function describe(error: unknown): string {
  return loggableError(error).message.replaceAll('\0', '').slice(0, longestError);
}

/**
 * The work cannot go on with this content (parts are missing, say): the session waits for an admin, or for newer
 * content. Not an attempt that failed. Gives the claim back; what could be heard of it early cannot be any more.
 * @param contentVersion - of the manifest that showed it.
 * @param reason - a sentence for the admin.
 * @returns false when the claim was lost before; nothing was written then.
 */
export async function flagAttention(
  em: EntityManager,
  claim: Claim,
  contentVersion: number,
  attention: SessionAttention,
  reason: string | null = null,
): Promise<boolean> {
  const flagged = await em.execute<unknown[]>(
    `update recital_sessions set
       attention = ?, attention_version = ?, last_error = ?, early_main = null,
       lease_until = null, attempts = 0, next_attempt_at = null, updated_at = now()
     where id = ? and epoch = ? and not disavowed returning id`,
    [attention, contentVersion, reason, claim.sessionId, claim.epoch],
  );
  return flagged.length > 0;
}
