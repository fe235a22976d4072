import { createGraphqlClient, type GraphqlClient } from '../graphql/graphql-client.js';
import { withRetries } from '../graphql/with-retries.js';
import { signInAsDevelopmentUser, whoAmI } from './operations.js';

/** An access token that somebody has, or the e-mail of a development user. */
export type Credentials = { readonly token: string } | { readonly user: string };

/**
 * A client of the server that calls as the given user.
 * @throws CallFailure - UNAUTHENTICATED when the server does not let this user in.
 */
export async function signIn(server: string, credentials: Credentials): Promise<GraphqlClient> {
  const token = 'token' in credentials ? credentials.token : await developmentToken(server, credentials.user);
  const client = createGraphqlClient(server, token);
  await withRetries(() => client.call(whoAmI, {}));
  return client;
}

async function developmentToken(server: string, email: string): Promise<string> {
  const nobody = createGraphqlClient(server);
  const { signInAsDevelopmentUser: result } = await withRetries(() =>
    nobody.call(signInAsDevelopmentUser, { email }),
  );
  return result.accessToken;
}
