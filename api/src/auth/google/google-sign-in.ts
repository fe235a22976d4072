import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { GoogleOptions } from '@crowd-recital/core/config/google-options.js';
import type { VouchedPerson } from '@crowd-recital/core/user/sign-in-user.js';
import type { Request, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { countAgainst, refuseWhenUsedUp } from '../../http/rate-limit.js';
import { GoogleIdentities, notBelieved } from './google-identities.js';
import { GoogleNonce } from './google-nonce.js';

/** Sign-ins of one address that may fail in a minute. */
const mostFailures = 10;
const tooMany = 'Too many sign-ins that did not work.';

/** The two steps of a sign-in with Google, as far as they have to do with the browser. */
export class GoogleSignIn {
  private readonly identities: GoogleIdentities;
  private readonly nonce: GoogleNonce;
  private readonly failures = new RateLimiterMemory({ points: mostFailures, duration: 60 });

  constructor(options: GoogleOptions, publicUrl: string) {
    this.identities = new GoogleIdentities(options);
    this.nonce = new GoogleNonce(publicUrl);
  }

  /** @returns the nonce that the browser hands to Google. */
  begin(request: Request, response: Response): string {
    return this.nonce.begin(request, response);
  }

  /**
   * @returns who is there, and ends what `begin` began.
   * @throws UNAUTHENTICATED, UPSTREAM_UNAVAILABLE; RATE_LIMITED after many failures of one address.
   */
  async finish(credential: string, request: Request, response: Response): Promise<VouchedPerson> {
    const address = request.ip ?? '';
    await refuseWhenUsedUp(this.failures, address, tooMany);
    try {
      const nonce = this.nonce.expected(request);
      if (nonce === undefined) throw notBelieved();
      const person = await this.identities.verify(credential, nonce);
      this.nonce.end(response);
      return person;
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAUTHENTICATED') {
        await countAgainst(this.failures, address, tooMany);
      }
      throw error;
    }
  }
}
