import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { maskedMessage } from '../http/error-body.js';
import { expectedError } from './expected-error.js';

/** Turns what a resolver threw into what the caller is told. The one place for that. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const expected = expectedError(unwrapResolverError(error));
  if (expected !== undefined) {
    return {
      ...formatted,
      message: expected.message,
      extensions: { code: expected.code, ...expected.details },
    };
  }
  return isOurFault(formatted)
    ? { ...formatted, message: maskedMessage, extensions: { code: 'INTERNAL_SERVER_ERROR' } }
    : formatted;
}

/** True for what Apollo could not blame on the request. */
export function isOurFault({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === undefined || extensions.code === 'INTERNAL_SERVER_ERROR';
}
