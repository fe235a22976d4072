import { setTimeout as delay } from 'node:timers/promises';
import { failedFault } from '../cli-fault.js';
import type { GraphqlClient } from '../graphql/graphql-client.js';
import { withRetries } from '../graphql/with-retries.js';
import { sessionProgress, type SessionProgress } from './operations.js';

const firstPauseMs = 200;
const longestPauseMs = 3_000;

/**
 * Asks for a session, ever less often, until its finished files are there.
 * @param patienceSeconds - when to stop asking; the recital itself goes on being finished
 * @throws CliFault when the session waits for an admin, was discarded, or `patienceSeconds` are over.
 */
export async function waitUntilFinished(
  client: GraphqlClient,
  sessionId: string,
  patienceSeconds: number,
): Promise<SessionProgress> {
  const end = Date.now() + patienceSeconds * 1000;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 1.5, longestPauseMs)) {
    const { session } = await withRetries(() => client.call(sessionProgress, { id: sessionId }));
    if (session.status === 'UPLOADED') return session;
    if (session.status === 'DISCARDED') throw failedFault(`Session ${sessionId} was deleted meanwhile.`);
    if (session.attention !== null) {
      throw failedFault(
        `The recording is safe on the server (session ${sessionId}), but could not be finished: ${session.attention}. An admin sees it in the console.`,
      );
    }
    if (Date.now() + pauseMs > end) {
      throw failedFault(
        `The recording is safe on the server (session ${sessionId}), but was not finished within ${patienceSeconds} s. Is the jobs process running?`,
      );
    }
    await delay(pauseMs);
  }
}
