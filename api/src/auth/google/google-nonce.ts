import { createHash, randomBytes } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { readCookie } from '../read-cookie.js';

/** Long enough to find the password of one's Google account. Milliseconds. */
const lifetime = 30 * 60_000;

/**
 * Ties a sign-in with Google to the browser that began it. The browser keeps a random value that no script sees;
 * Google is told its hash, and puts that into the ID token. A token that somebody else got, or got elsewhere, fits
 * no other browser.
 */
export class GoogleNonce {
  private readonly name: string;
  private readonly options: CookieOptions;

  /** @param publicUrl - over https the cookie is bound to the host by its `__Host-` name, as the session's is. */
  constructor(publicUrl: string) {
    const secure = new URL(publicUrl).protocol === 'https:';
    this.name = secure ? '__Host-recital-google' : 'recital-google';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  /** The nonce for Google. A browser that began before, in another tab perhaps, goes on with the one it has. */
  begin(request: Request, response: Response): string {
    const value = readCookie(request, this.name) ?? randomBytes(32).toString('base64url');
    response.cookie(this.name, value, { ...this.options, maxAge: lifetime });
    return hash(value);
  }

  /** @returns what the token has to hold; undefined for a browser that did not begin. */
  expected(request: Request): string | undefined {
    const value = readCookie(request, this.name);
    return value === undefined || value === '' ? undefined : hash(value);
  }

  /** A sign-in happens once: the token that it used fits nothing any more. */
  end(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
