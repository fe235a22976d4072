import { makeOperation, type Exchange } from '@urql/core';
import { map, pipe, tap } from 'wonka';

/**
 * Asks a query anew whose answer may be older than a change that was made while it was under way. urql's document cache
 * asks anew only what it holds, and it holds nothing of a query that is just being asked again: of two changes in
 * a row, the second would never be seen. To stand between `cacheExchange` and `fetchExchange`.
 */
export const overtakenQueries: Exchange =
  ({ client, forward }) =>
  (operations) => {
    /** By the key of the query: whether a change was answered since it was sent. */
    const underWay = new Map<number, { overtaken: boolean }>();
    return pipe(
      operations,
      tap(({ kind, key }) => {
        if (kind === 'query') underWay.set(key, { overtaken: false });
        else if (kind === 'teardown') underWay.delete(key);
      }),
      forward,
      map((result) => {
        const { operation } = result;
        if (operation.kind === 'mutation') {
          // Also when it failed: it may have been made, and only its answer lost.
          for (const query of underWay.values()) query.overtaken = true;
          return result;
        }
        const query = underWay.get(operation.key);
        underWay.delete(operation.key);
        if (!query?.overtaken) return result;
        client.reexecuteOperation(
          makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: 'network-only' }),
        );
        return { ...result, stale: true };
      }),
    );
  };
