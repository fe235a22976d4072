import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { expectedError } from '../graphql/expected-error.js';
import { drainBody } from './drain-body.js';
import { errorBody, httpStatusOf, maskedErrorBody } from './error-body.js';
import { loggableError } from '@crowd-recital/core/errors/loggable-error.js';
import { requestIdOf } from './request-id.js';

/** Answers what was thrown anywhere, always as JSON, and logs what was our fault. */
export const errorHandler: ErrorRequestHandler = (thrown: unknown, request, response, next) => {
  if (response.headersSent) {
    // An operation that ended after its time was up, or a file that broke off: the socket tells the rest.
    if (!response.writableFinished) next(thrown);
    return;
  }
  for (const name of ['Content-Disposition', 'Content-Length', 'Content-Range', 'ETag']) {
    response.removeHeader(name);
  }
  refuse(request, response, thrown);
};

/** Answers with an error and lets the rest of the request's body go by unread. */
export function refuse(request: Request, response: Response, thrown: unknown): void {
  const error = expectedError(thrown) ?? bodyParserError(thrown);
  if (error === undefined) {
    request.log.error({ error: loggableError(thrown) }, 'request failed');
    response.status(500).json(maskedErrorBody(requestIdOf(response)));
  } else {
    const { retryAfterSeconds } = error.details;
    if (typeof retryAfterSeconds === 'number') response.set('Retry-After', String(retryAfterSeconds));
    response.status(httpStatusOf[error.code]).json(errorBody(error));
  }
  drainBody(request);
}

/** For addresses below `/api` and `/env` that lead nowhere. */
export const nothingHere: RequestHandler = () => {
  throw new AppError('NOT_FOUND', 'There is nothing at this address.');
};

/** body-parser and Express throw errors of http-errors: `status` says whose fault it was. */
function bodyParserError(thrown: unknown): AppError | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number')
    return undefined;
  switch (thrown.status) {
    case 413:
      return new AppError('PAYLOAD_TOO_LARGE', 'The request is too large.');
    case 415:
      return new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body is in a form that is not understood here.');
    default:
      return thrown.status < 500
        ? new AppError('BAD_USER_INPUT', 'The request cannot be read. Send JSON, in UTF-8.')
        : undefined;
  }
}
