import { overtakenQueries } from '@crowd-recital/ui/graphql/overtaken-queries.ts';
import { cacheExchange, Client, fetchExchange, mapExchange } from '@urql/vue';
import { track } from '../analytics/track';
import { keepAnswer } from '../offline/kept-answers';
import { errorCode } from './error-code';

/**
 * The one GraphQL client of the app. The preflight header proves that the call comes from a page and not from a
 * form elsewhere; per-call `fetchOptions` would replace it, so nobody sets those.
 */
export function createGraphqlClient(heard: {
  onSignedOut: () => void;
  onAgreementRequired: () => void;
}): Client {
  return new Client({
    url: '/api/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': '1' } },
    exchanges: [
      mapExchange({
        onError(error) {
          const code = errorCode(error);
          track('web_client_api_error', { code });
          if (code === 'UNAUTHENTICATED') heard.onSignedOut();
          if (code === 'AGREEMENT_REQUIRED') heard.onAgreementRequired();
        },
      }),
      cacheExchange,
      overtakenQueries,
      mapExchange({ onResult: keepAnswer }),
      fetchExchange,
    ],
  });
}
