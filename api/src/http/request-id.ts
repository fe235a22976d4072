import type { Response } from 'express';

/** The header that tells a caller under which number the log speaks of a request. */
export const requestIdHeader = 'X-Request-Id';

/** The number of a request, as the request log set it. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader(requestIdHeader));
}
