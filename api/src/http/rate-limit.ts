import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Counts one more against a limit.
 * @param reason - a sentence for the caller; when to try again is added.
 * @throws RATE_LIMITED with the seconds to wait.
 */
export async function countAgainst(limiter: RateLimiterMemory, key: string, reason: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw rateLimited(refusal, reason);
  }
}

/**
 * Looks whether a limit was reached, and counts nothing.
 * @throws RATE_LIMITED with the seconds to wait.
 */
export async function refuseWhenUsedUp(
  limiter: RateLimiterMemory,
  key: string,
  reason: string,
): Promise<void> {
  const state = await limiter.get(key);
  if (state !== null && state.remainingPoints <= 0) throw rateLimited(state, reason);
}

function rateLimited({ msBeforeNext }: RateLimiterRes, reason: string): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError('RATE_LIMITED', `${reason} Go on in ${retryAfterSeconds} seconds.`, {
    retryAfterSeconds,
  });
}
