import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { User } from '@crowd-recital/core/user/user.entity.js';

/** A finished file of a session, at the finalisation that made it. */
export interface MediaFile {
  readonly sessionId: string;
  readonly epoch: number;
  readonly fileName: string;
}

/** Who holds a link: it ends with every sign-in of theirs that is revoked. */
export interface LinkHolder {
  readonly viewerId: string;
  readonly tokenVersion: number;
}

/** What a link grants: one file, to one viewer, for a while. */
export type MediaGrant = MediaFile & LinkHolder;

/** Somebody as the holder of links that are made now. */
export function linkHolder({ id, tokenVersion }: Pick<User, 'id' | 'tokenVersion'>): LinkHolder {
  return { viewerId: id, tokenVersion };
}

/** The path below which links lead. */
export const mediaPath = '/api/media';

/**
 * Makes and checks links to finished files. The key is derived from the token secret under a label of its own
 * (HKDF, RFC 5869): neither can sign for the other.
 */
export class MediaLinks {
  private readonly key: Buffer;
  private readonly ttl: number;

  /** @param ttl - seconds that a link works. */
  constructor(secret: string, ttl: number) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'crowd-recital media links', 32));
    this.ttl = ttl;
  }

  /** When links that are made now end. */
  expiry(now = new Date()): Date {
    return new Date((Math.floor(now.getTime() / 1000) + this.ttl) * 1000);
  }

  /** @returns the path and query of a link; the same for the same arguments. */
  link(grant: MediaGrant, expiresAt: Date): string {
    const expires = expiresAt.getTime() / 1000;
    const query = new URLSearchParams({
      viewer: grant.viewerId,
      version: String(grant.tokenVersion),
      expires: String(expires),
      signature: this.sign(grant, expires).toString('base64url'),
    });
    const { sessionId, epoch, fileName } = grant;
    return `${mediaPath}/${sessionId}/${epoch}/${fileName}?${query.toString()}`;
  }

  /** @returns what a link that has not ended grants; undefined for any other. */
  verify(file: MediaFile, query: URLSearchParams, now = new Date()): MediaGrant | undefined {
    const expires = Number(query.get('expires') ?? Number.NaN);
    const tokenVersion = Number(query.get('version') ?? Number.NaN);
    const grant = { ...file, viewerId: query.get('viewer') ?? '', tokenVersion };
    const given = Buffer.from(query.get('signature') ?? '', 'base64url');
    const wanted = this.sign(grant, expires);
    const genuine = given.length === wanted.length && timingSafeEqual(given, wanted);
    return genuine && expires * 1000 > now.getTime() ? grant : undefined;
  }

  private sign(grant: MediaGrant, expires: number): Buffer {
    const { sessionId, epoch, fileName, viewerId, tokenVersion } = grant;
    const signed = JSON.stringify([sessionId, epoch, fileName, viewerId, tokenVersion, expires]);
    return createHmac('sha256', this.key).update(signed).digest();
  }
}
