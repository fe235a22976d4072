import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/vue';
import { errorCode } from './error-code';

/**
 * The one GraphQL client of the app. The preflight header proves that the call comes from a page and not from a
 * form elsewhere; per-call `fetchOptions` would replace it, so nobody sets those.
 */
export function createGraphqlClient({ onSignedOut }: { onSignedOut: () => void }): Client {
  return new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': '1' } },
    exchanges: [
      mapExchange({
        onError(error) {
          if (errorCode(error) === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
    ],
  });
}
