import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '@crowd-recital/core/logging/logger.js';

/** Milliseconds between two tries. */
const between = 1_000;

/**
 * Waits until the database answers: at boot it may still be starting.
 * @throws when it did not in time; the message says what it said last.
 */
export async function waitForDatabase(
  connectionString: string,
  { patienceSeconds, log }: { readonly patienceSeconds: number; readonly log: Logger },
): Promise<void> {
  const until = performance.now() + patienceSeconds * 1000;
  for (let tries = 1; ; tries += 1) {
    const reason = await whyNot(connectionString);
    if (reason === undefined) return;
    if (performance.now() >= until) {
      throw new Error(
        `The database did not answer for ${patienceSeconds} s (${reason}). See that it runs, and that DB_CONNECTION_STR leads to it.`,
      );
    }
    if (tries === 1) log.warn({ reason, patienceSeconds }, 'the database does not answer; trying again');
    await wait(between);
  }
}

async function whyNot(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return error instanceof Error && error.message !== '' ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}
