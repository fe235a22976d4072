import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { User } from '@crowd-recital/core/user/user.entity.js';

/** The path below which links lead. */
export const exportPath = '/api/export';

/** Seconds that a link to the data works: long enough to be followed, and no longer. */
const ttl = 300;

/**
 * Makes and checks links to a person's own data. The key is derived under a label of its own (HKDF, RFC 5869): no
 * media link and no token passes for one. A link ends with every sign-in of its user that is revoked.
 */
export class ExportLinks {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'crowd-recital export links', 32));
  }

  /** When links that are made now end. */
  expiry(now = new Date()): Date {
    return new Date((Math.floor(now.getTime() / 1000) + ttl) * 1000);
  }

  /** @returns the path and query of a link. */
  link(user: Pick<User, 'id' | 'tokenVersion'>, expiresAt: Date): string {
    const expires = expiresAt.getTime() / 1000;
    const query = new URLSearchParams({
      expires: String(expires),
      signature: this.sign(user, expires).toString('base64url'),
    });
    return `${exportPath}/${user.id}?${query.toString()}`;
  }

  /** True for a link of this user, as he is now, that has not ended. */
  verify(user: Pick<User, 'id' | 'tokenVersion'>, query: URLSearchParams, now = new Date()): boolean {
    const expires = Number(query.get('expires') ?? Number.NaN);
    const given = Buffer.from(query.get('signature') ?? '', 'base64url');
    const wanted = this.sign(user, expires);
    return given.length === wanted.length && timingSafeEqual(given, wanted) && expires * 1000 > now.getTime();
  }

  private sign({ id, tokenVersion }: Pick<User, 'id' | 'tokenVersion'>, expires: number): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([id, tokenVersion, expires]))
      .digest();
  }
}
