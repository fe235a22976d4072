import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { GoogleOptions } from '@crowd-recital/core/config/google-options.js';
import type { VouchedPerson } from '@crowd-recital/core/user/sign-in-user.js';
import { OAuth2Client, type LoginTicket } from 'google-auth-library';
import { decodeProtectedHeader } from 'jose';

/** How far clocks may be apart. Seconds; the library alone would allow 300. */
const skew = 60;
/** A token is used right after it was issued. Seconds. */
const oldest = 600;

/** Believes ID tokens of Google that were issued to this site, for this sign-in, just now. */
export class GoogleIdentities {
  private readonly options: GoogleOptions;
  private readonly client: OAuth2Client;

  constructor(options: GoogleOptions) {
    this.options = options;
    this.client = new OAuth2Client({
      clientId: options.clientId,
      issuers: [...options.issuers],
      endpoints: { oauth2FederatedSignonPemCertsUrl: options.certsUrl },
    });
  }

  /**
   * @param credential - the ID token that the browser got.
   * @param nonce - what the browser's own sign-in was begun with.
   * @throws UNAUTHENTICATED for every token that does not prove who is there; UPSTREAM_UNAVAILABLE when Google's
   *   keys cannot be had.
   */
  async verify(credential: string, nonce: string): Promise<VouchedPerson> {
    const certs = await this.certs();
    const ticket = await this.check(credential, certs);
    const claims = ticket.getPayload();
    const now = Date.now() / 1000;
    if (
      claims === undefined ||
      decodeProtectedHeader(credential).alg !== 'RS256' ||
      claims.nonce !== nonce ||
      claims.email_verified !== true ||
      typeof claims.email !== 'string' ||
      typeof claims.sub !== 'string' ||
      claims.sub === '' ||
      claims.exp < now - skew ||
      claims.iat > now + skew ||
      claims.iat < now - oldest
    ) {
      throw notBelieved();
    }
    return {
      sub: claims.sub,
      email: claims.email,
      name: claims.name?.trim() === '' ? undefined : claims.name,
      picture: claims.picture?.startsWith('https://') === true ? claims.picture : undefined,
    };
  }

  private async certs() {
    try {
      return (await this.client.getFederatedSignonCertsAsync()).certs;
    } catch {
      throw new AppError('UPSTREAM_UNAVAILABLE', 'Google cannot be reached at the moment. Try again soon.');
    }
  }

  private async check(credential: string, certs: Awaited<ReturnType<GoogleIdentities['certs']>>) {
    const { clientId, issuers } = this.options;
    let ticket: LoginTicket;
    try {
      ticket = await this.client.verifySignedJwtWithCertsAsync(credential, certs, clientId, [...issuers]);
    } catch {
      // Its messages hold the whole token.
      throw notBelieved();
    }
    return ticket;
  }
}

/** The one answer to every token that is not good, so that nobody learns which check it failed. */
export function notBelieved(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'Signing in with Google did not work. Try again from the sign-in page.',
  );
}
