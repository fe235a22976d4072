import type { Request } from 'express';

/** The value of the first cookie of this name. */
export function readCookie(request: Pick<Request, 'headers'>, name: string): string | undefined {
  const prefix = `${name}=`;
  const found = request.headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(prefix));
  return found?.slice(prefix.length);
}
