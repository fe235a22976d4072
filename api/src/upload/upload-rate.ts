import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countAgainst } from '../http/rate-limit.js';

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
    await countAgainst(this.limiter, userId, 'Too many uploads at once. Nothing is lost.');
  }
}
