import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a piece of work began; goes along with every job that is left, and into every line of the log. */
export interface Origin {
  /** Number of the request, as its answer told it in `X-Request-Id`. */
  readonly requestId: string;
}

const current = new AsyncLocalStorage<Origin>();

/** Does something on behalf of a request: here, or in a worker hours later. */
export function withOrigin<Result>(origin: Origin, work: () => Result): Result {
  return current.run(origin, work);
}

/** The request on whose behalf this runs; undefined: on nobody's, such as a sweep. */
export function currentOrigin(): Origin | undefined {
  return current.getStore();
}
