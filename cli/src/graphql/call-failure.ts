/** A call that brought no data: the server refused it, or no answer of the server's own came. */
export class CallFailure extends Error {
  /** `extensions.code`; null when the answer was not the server's own, or none came. */
  readonly code: string | null;
  /** Null when no answer came. */
  readonly httpStatus: number | null;
  /** When to try again, as the server wished it. */
  readonly retryAfterSeconds: number | null;

  constructor(
    message: string,
    from: { code?: string | null; httpStatus?: number | null; retryAfterSeconds?: number | null } = {},
  ) {
    super(message);
    this.name = 'CallFailure';
    this.code = from.code ?? null;
    this.httpStatus = from.httpStatus ?? null;
    this.retryAfterSeconds = from.retryAfterSeconds ?? null;
  }

  /** True when the same call may succeed a little later. */
  get isPassing(): boolean {
    if (this.code === null) return this.httpStatus === null || this.httpStatus >= 500;
    return ['RATE_LIMITED', 'UPSTREAM_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'].includes(this.code);
  }
}
