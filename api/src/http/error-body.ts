import type { AppError, ErrorCode } from '@crowd-recital/core/errors/app-error.js';

/** The HTTP status that goes with a code where a request is refused before any operation runs. */
export const httpStatusOf: Readonly<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  AGREEMENT_REQUIRED: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
};

/** An error as GraphQL answers carry it; all errors of the API look like this, whatever the address. */
export interface ErrorBody {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

export function errorBody({ message, code, details }: AppError): ErrorBody {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

/** What people read where we failed and may not say how. */
export const maskedMessage =
  'Something went wrong on the server. Nothing that was confirmed is lost. Try again; if it stays, tell an administrator when it happened.';

export function maskedErrorBody(requestId: string): ErrorBody {
  return {
    errors: [{ message: maskedMessage, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } }],
  };
}
