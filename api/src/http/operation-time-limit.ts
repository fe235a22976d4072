import { AppError } from '@crowd-recital/core/errors/app-error.js';
import type { RequestHandler } from 'express';
import { refuse } from './error-handler.js';

/**
 * Answers for an operation that takes too long. Time counts from the moment the body is complete: a slow link
 * may take as long as it needs. What the operation still does is idempotent, so trying again is safe.
 * @param milliseconds - how long an operation may take.
 */
export function operationTimeLimit(milliseconds: number): RequestHandler {
  return (request, response, next) => {
    let timer: NodeJS.Timeout | undefined;
    request.once('end', () => {
      if (response.writableEnded) return;
      timer = setTimeout(() => {
        if (response.headersSent) return;
        refuse(
          request,
          response,
          new AppError('UPSTREAM_UNAVAILABLE', 'The server took too long to answer. Try again soon.'),
        );
      }, milliseconds);
    });
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
