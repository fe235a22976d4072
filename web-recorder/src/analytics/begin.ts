import type { Client } from '@urql/vue';
import {
  AnalyticsProjectDocument,
  MeDocument,
  type AnalyticsProjectQuery,
  type MeQuery,
} from '../gql/generated';
import { startAnalytics } from './use-analytics';

/** Until then the connection and the processor belong to the voice. */
const DELAY_AT_RECITAL_MILLISECONDS = 10_000;

/** Goes on counting on whichever page somebody who agreed to it comes in by. */
export function begin(client: Client): void {
  const wait = location.pathname.startsWith('/recite/') ? DELAY_AT_RECITAL_MILLISECONDS : 0;
  // Nobody is signed in there whom it could be counted for.
  if (location.pathname !== '/login') setTimeout(() => void startFor(client), wait);
}

async function startFor(client: Client): Promise<void> {
  const [config, user] = await Promise.all([
    client.query<AnalyticsProjectQuery>(AnalyticsProjectDocument, {}).toPromise(),
    client.query<MeQuery>(MeDocument, {}).toPromise(),
  ]);
  const known = config.data?.clientConfig;
  const userId = user.data?.me.id;
  if (known?.analytics && userId)
    startAnalytics({ project: known.analytics, userId, version: known.version });
}
