import { CombinedError } from '@urql/vue';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem';

const withCode = (code: string) =>
  new CombinedError({ graphQLErrors: [new GraphQLError('words of the server', { extensions: { code } })] });

describe('what went wrong', () => {
  it.each(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'RATE_LIMITED'])(
    'is %s',
    (code) => {
      expect(problemOf(withCode(code))).toBe(code);
    },
  );

  it('is a fault of the server where the code says nothing to people', () => {
    expect(problemOf(withCode('GRAPHQL_VALIDATION_FAILED'))).toBe('INTERNAL_SERVER_ERROR');
  });

  it('is the network without any answer', () => {
    expect(problemOf(new CombinedError({ networkError: new TypeError('Failed to fetch') }))).toBe('NETWORK');
  });

  it('is the server when it answered with a page instead of GraphQL', () => {
    const response = new Response('<h1>Bad gateway</h1>', { status: 502 });
    const error = new CombinedError({ networkError: new Error('Bad Gateway'), response });
    expect(problemOf(error)).toBe('INTERNAL_SERVER_ERROR');
  });
});
