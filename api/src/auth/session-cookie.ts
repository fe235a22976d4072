import type { CookieOptions, Request, Response } from 'express';
import type { IssuedToken } from './access-token.js';
import { readCookie } from './read-cookie.js';

/** The cookie that signs a browser in. */
export class SessionCookie {
  private readonly name: string;
  private readonly options: CookieOptions;

  /**
   * @param publicUrl - the site's address. Over https the cookie is bound to the host by its `__Host-` name;
   *   over plain http (development, a closed network) browsers would refuse that name, so it goes without.
   */
  constructor(publicUrl: string) {
    const secure = new URL(publicUrl).protocol === 'https:';
    this.name = secure ? '__Host-recital' : 'recital';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  read(request: Pick<Request, 'headers'>): string | undefined {
    return readCookie(request, this.name);
  }

  set(response: Response, { token, expiresAt }: IssuedToken): void {
    response.cookie(this.name, token, { ...this.options, expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.options);
  }
}
