import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Uploads that a user may send at once, before the long-run rate counts: a backlog must drain. */
const burst = 30;

/** Counts the uploads of each user. */
export class UploadRate {
  private readonly limiter: RateLimiterMemory;

  /** @param perSecond - uploads a second that a user may send in the long run. */
  constructor(perSecond: number) {
    this.limiter = new RateLimiterMemory({ points: burst, duration: burst / perSecond });
  }

  /** @throws RATE_LIMITED with the seconds to wait. */
  async count(userId: string): Promise<void> {
    try {
      await this.limiter.consume(userId);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw new AppError(
        'RATE_LIMITED',
        `Too many uploads at once. Nothing is lost; go on in ${retryAfterSeconds} seconds.`,
        { retryAfterSeconds },
      );
    }
  }
}
