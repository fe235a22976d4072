import { randomUUID } from 'node:crypto';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import { requestIdHeader } from './request-id.js';

/** Too many to be news, and without any. */
const unremarkable = /^\/(assets|api\/(healthz|readyz))(\/|$)/;

/**
 * One line for each request, with a number of its own that the answer carries too. A line holds the path and
 * nothing else of the address: signatures are in its query; and no header at all: credentials are there.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader(requestIdHeader, id);
      return id;
    },
    autoLogging: { ignore: (request) => unremarkable.test(pathOf(request.url)) },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'warn' : 'info',
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: pathOf(url),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  });
}

function pathOf(url: string | undefined): string {
  return url?.split('?', 1)[0] ?? '';
}
