import type { Request } from 'express';

/** What the check needs to know of the installation. */
export interface OwnOrigins {
  readonly publicUrl: string;
  /** Origins of other pages that may use the cookie. */
  readonly corsAllowOrigins: readonly string[];
}

/**
 * True when a request with the cookie, or one that sets it, was made by a page that may do so: ours or a listed
 * one. Programs that are no browser send neither header and pass. `Sec-Fetch-Site` is the browser's own word;
 * browsers without it, and those on plain http, send `Origin` with every POST (OWASP CSRF cheat sheet).
 */
export function isFromOwnPage(request: Pick<Request, 'headers'>, own: OwnOrigins): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && own.corsAllowOrigins.includes(origin)) return true;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  return origin === new URL(own.publicUrl).origin || hostOf(origin) === host;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
