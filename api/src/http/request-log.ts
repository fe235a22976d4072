import { randomUUID } from 'node:crypto';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { Origin } from '@crowd-recital/core/logging/origin.js';
import type { Request, RequestHandler, Response } from 'express';
import { pinoHttp } from 'pino-http';
import { loggedOperation } from '../graphql/operation-log.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import type { trustedProxies } from './trusted-proxies.js';

/** Too many to be news, and without any. */
const unremarkable = /^\/(assets|api\/(healthz|readyz))(\/|$)/;

/** A number that a proxy may have given a request, to find it again in its own log. */
const givenId = /^[\w-]{8,64}$/;

/**
 * One line for each request, with a number of its own that the answer carries too, and so does each line of its `log`. A
 * line holds the path and nothing else of the address: signatures are in its query; and no header at all: credentials are
 * there.
 */
export function requestLog(log: Logger): RequestHandler {
  const logRequest = pinoHttp<Request, Response>({
    logger: log,
    genReqId: (request, response) => {
      const id = idFromProxy(request) ?? randomUUID();
      response.setHeader(requestIdHeader, id);
      return id;
    },
    customProps: (_request, response): Origin => ({ requestId: requestIdOf(response) }),
    // Not among those above: they would make one more logger for each request.
    customSuccessObject: (_request, response, line: object) => ({ ...line, ...loggedOperation(response) }),
    customErrorObject: (_request, response, _error, line: object) => ({
      ...line,
      ...loggedOperation(response),
    }),
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
  return (request, response, next) => logRequest(request, response, next);
}

/** Only of proxies that are trusted: anybody else could make two requests look like one. */
function idFromProxy(request: Request): string | undefined {
  const given = request.get(requestIdHeader);
  const trusted = request.app.get('trust proxy fn') as ReturnType<typeof trustedProxies>;
  if (given === undefined || !givenId.test(given)) return undefined;
  return trusted(request.socket.remoteAddress, 0) ? given : undefined;
}

function pathOf(url: string | undefined): string {
  return url?.split('?', 1)[0] ?? '';
}
