/** The codes a client can act on; `design.md` section 7 fixes the list. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'AGREEMENT_REQUIRED'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'RATE_LIMITED'
  | 'UPSTREAM_UNAVAILABLE';

/** What a client may be told besides the code, such as the field at fault or the seconds to wait. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly number[]>>;

/**
 * An expected failure: its message is a sentence for the person, its code is for the program.
 * Anything else that is thrown is a fault of ours, and is masked at the transport.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** A value that the caller gave and can mend. `field` is the name of the argument at fault. */
export function badInput(field: string, message: string): AppError {
  return new AppError('BAD_USER_INPUT', message, { field });
}

/** Used alike for what does not exist and for what the caller may not see, so that neither can be told apart. */
export function notFound(what: 'import' | 'invite' | 'job' | 'session' | 'text' | 'user'): AppError {
  return new AppError('NOT_FOUND', `This ${what} does not exist, or you have no right to see it.`);
}
