import type { Client } from '@urql/vue';
import { MeDocument } from '../gql/generated';

/** Asks the server, so that SignedInGate finds the answer, or the question on its way, when it can show itself. */
export function askWhoIsSignedIn(client: Client): void {
  void client.query(MeDocument, {}, { requestPolicy: 'network-only', keep: true }).toPromise();
}
