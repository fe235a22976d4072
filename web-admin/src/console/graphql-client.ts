import { overtakenQueries } from '@crowd-recital/ui/graphql/overtaken-queries.ts';
import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/vue';
import type { MountOptions } from '../mount/mount-options';
import { problemOf } from '../problem/problem';

/**
 * The client of one signed-in person: cookie, or the host's token and then no cookie. Its cache is theirs, so signing
 * in or out takes a new client.
 *
 * @param onSignedOut called when any answer says that nobody is signed in (any more)
 */
export function createGraphqlClient(
  { graphqlUrl, getAccessToken }: MountOptions,
  onSignedOut: () => void,
): Client {
  return new Client({
    url: graphqlUrl,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      cacheExchange,
      overtakenQueries,
      mapExchange({
        onError: (error) => {
          if (problemOf(error) === 'UNAUTHENTICATED') onSignedOut();
        },
      }),
      fetchExchange,
    ],
    fetchOptions: {
      credentials: getAccessToken ? 'omit' : 'include',
      // Anything but a simple request: the API answers no others (its guard against forged ones).
      headers: { 'apollo-require-preflight': '1' },
    },
    fetch: getAccessToken ? withAccessToken(getAccessToken) : fetch,
  });
}

function withAccessToken(getAccessToken: NonNullable<MountOptions['getAccessToken']>): typeof fetch {
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${await getAccessToken()}`);
    return fetch(input, { ...init, headers });
  };
}
