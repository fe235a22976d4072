import { createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countAgainst, refuseWhenUsedUp } from '../http/rate-limit.js';
import { findUserByEmail } from '../user/user-by-email.js';

/** The headers by which a back-office tool says for whom it calls, and that it may. */
export const secretHeader = 'x-delegation-secret-key';
export const emailHeader = 'x-delegated-user-email';

/** Wrong secrets that one address may send in a minute. */
const mostFailures = 5;

/**
 * Calls of back-office tools on behalf of a user, known by a secret that the installation shares with them.
 * Such a call has exactly the rights of the user whom it names.
 */
export class Delegation {
  private readonly secretDigest: Buffer | undefined;
  private readonly failures = new RateLimiterMemory({ points: mostFailures, duration: 60 });
  private readonly calls: RateLimiterMemory;

  /** @param options.secret - undefined: no tool may call on behalf of anybody. */
  constructor({
    secret,
    callsPerMinute,
  }: {
    readonly secret: string | undefined;
    readonly callsPerMinute: number;
  }) {
    this.secretDigest = secret === undefined ? undefined : digest(secret);
    this.calls = new RateLimiterMemory({ points: callsPerMinute, duration: 60 });
  }

  /**
   * @returns the user whom the request names; undefined when it is no delegated call.
   * @throws UNAUTHENTICATED where this is switched off, for a wrong secret, an unknown user, and a request that
   *   carries what browsers or other credentials carry; RATE_LIMITED after too many wrong secrets or calls.
   */
  async identify(em: EntityManager, request: Request): Promise<User | undefined> {
    const { headers } = request;
    const secret = headers[secretHeader];
    const email = headers[emailHeader];
    if (secret === undefined && email === undefined) return undefined;
    if (headers.authorization !== undefined || headers.cookie !== undefined || headers.origin !== undefined) {
      throw refused(
        'Delegation headers come from servers, and alone: without Authorization, Cookie, Origin.',
      );
    }
    await this.checkSecret(secret, request.ip ?? '');
    const user = typeof email === 'string' ? await findUserByEmail(em, email.trim()) : null;
    if (user === null) throw refused(`${emailHeader} names nobody who has an account.`);
    await countAgainst(this.calls, user.id, 'Too many calls on behalf of this user.');
    return user;
  }

  private async checkSecret(secret: string | string[] | undefined, address: string): Promise<void> {
    await refuseWhenUsedUp(this.failures, address, 'Too many wrong delegation secrets.');
    // Digests have one length, so the comparison tells nothing of the secret's.
    const matches =
      this.secretDigest !== undefined &&
      typeof secret === 'string' &&
      timingSafeEqual(digest(secret), this.secretDigest);
    if (matches) return;
    await countAgainst(this.failures, address, 'Too many wrong delegation secrets.');
    throw refused(`${secretHeader} is not right, or delegation is switched off here.`);
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function refused(message: string): AppError {
  return new AppError('UNAUTHENTICATED', message);
}
