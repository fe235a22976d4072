import type { Readiness } from '@crowd-recital/core/health/readiness.js';
import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';

/**
 * Once the server stops, each answer says `Connection: close`, also those to requests that came before: a proxy that
 * keeps the connection would send the next request to one that is about to end.
 */
export function lastOnConnection(readiness: Readiness): RequestHandler {
  return (_request, response, next) => {
    onHeaders(response, () => {
      if (readiness.stopping) response.setHeader('Connection', 'close');
    });
    next();
  };
}
