import type { EntityManager } from '@mikro-orm/postgresql';

/** Where a piece of work began; goes along with every job that is left, and into every line of the log. */
export interface Origin {
  /** Number of the request, as its answer told it in `X-Request-Id`. */
  readonly requestId: string;
}

/**
 * Lets an EntityManager, and the transactions it begins, remember on whose behalf it works, here or in a worker hours
 * later. Not by an `AsyncLocalStorage`: see `db/in-transaction.ts`.
 * @returns the same one.
 */
export function withOrigin(em: EntityManager, { requestId }: Origin): EntityManager {
  em.setLoggerContext({ requestId });
  return em;
}

/** The request on whose behalf it works; undefined: on nobody's, such as a sweep. */
export function originOf(em: EntityManager): Origin | undefined {
  const { requestId } = em.getLoggerContext<Partial<Origin>>();
  return requestId === undefined ? undefined : { requestId };
}
