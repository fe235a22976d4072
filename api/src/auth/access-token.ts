import { SignJWT, errors, jwtVerify } from 'jose';
import type { User } from '@crowd-recital/core/user/user.entity.js';

/** What a token proves. */
export interface AccessClaims {
  readonly userId: string;
  /** The user's token version when it was issued; a higher one by now means that it was revoked. */
  readonly tokenVersion: number;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** A signed token and its end. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

const issuer = 'crowd-recital';
const audience = 'crowd-recital-api';
/** Media type of RFC 9068: no other JWT that this key may ever sign passes for an access token. */
const type = 'at+jwt';
const algorithm = 'HS256';

/** Tokens that are remembered as ours; of a site with more people in an hour some are only looked at again. */
const mostRemembered = 10_000;

/** Issues and checks access tokens with one secret. */
export class AccessTokens {
  private readonly key: Uint8Array;
  private readonly ttl: number;
  /** What tokens with a good signature prove. When they end is looked at each time; the rest cannot change. */
  private readonly known = new Map<string, AccessClaims>();

  /** @param ttl - seconds that a token lasts. */
  constructor(secret: string, ttl: number) {
    this.key = new TextEncoder().encode(secret);
    this.ttl = ttl;
  }

  async issue(user: Pick<User, 'id' | 'tokenVersion'>, now = new Date()): Promise<IssuedToken> {
    const issuedAt = Math.floor(now.getTime() / 1000);
    const expiresAt = issuedAt + this.ttl;
    const token = await new SignJWT({ version: user.tokenVersion })
      .setProtectedHeader({ alg: algorithm, typ: type })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(user.id)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }

  /** @returns undefined for everything but a token of ours that has not ended. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    const known = this.known.get(token);
    if (known !== undefined && known.expiresAt > new Date()) return known;
    const claims = await this.read(token);
    if (this.known.size >= mostRemembered) this.known.clear();
    if (claims === undefined) this.known.delete(token);
    else this.known.set(token, claims);
    return claims;
  }

  private async read(token: string): Promise<AccessClaims | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: [algorithm],
        issuer,
        audience,
        typ: type,
        requiredClaims: ['sub', 'iat', 'exp', 'version'],
      });
      const { sub, iat, exp, version } = payload;
      if (sub === undefined || iat === undefined || exp === undefined || typeof version !== 'number') {
        return undefined;
      }
      return {
        userId: sub,
        tokenVersion: version,
        issuedAt: new Date(iat * 1000),
        expiresAt: new Date(exp * 1000),
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  /** True in the second half of a token's life: its holder is active and gets the next one. */
  isDueForRenewal(claims: AccessClaims, now = new Date()): boolean {
    return claims.expiresAt.getTime() - now.getTime() < (this.ttl * 1000) / 2;
  }
}
