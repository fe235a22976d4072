import { unwrapResolverError } from '@apollo/server/errors';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Context } from './context.js';
import { expectedError } from './expected-error.js';
import { loggableError } from '@crowd-recital/core/errors/loggable-error.js';
import { isOurFault } from './format-error.js';

/** Logs faults of ours in full, and gives the caller the number under which the log has them. */
export const errorLogPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: ({ contextValue: { log, requestId } }) =>
    Promise.resolve({
      didEncounterErrors({ errors, operationName }) {
        for (const error of errors) {
          const cause = unwrapResolverError(error);
          const expected = expectedError(cause);
          if (expected?.code === 'UPSTREAM_UNAVAILABLE' || (expected !== undefined && expected !== cause)) {
            log.warn(
              { error: loggableError(cause), operationName, path: error.path },
              'operation could not be served',
            );
          } else if (expected === undefined && !(cause instanceof GraphQLError)) {
            log.error({ error: loggableError(cause), operationName, path: error.path }, 'operation failed');
          }
        }
        return Promise.resolve();
      },
      willSendResponse({ response: { body } }) {
        if (body.kind === 'single' && body.singleResult.errors !== undefined) {
          body.singleResult.errors = body.singleResult.errors.map((error) =>
            isOurFault(error) ? { ...error, extensions: { ...error.extensions, requestId } } : error,
          );
        }
        return Promise.resolve();
      },
    }),
};
