import { expect, vi } from 'vitest';
import type { TestDatabase } from './database.js';

/** Resolves when some statement of this database waits for a lock that another transaction holds. */
export async function somebodyWaitsForALock(database: TestDatabase): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await database
        .em()
        .execute<unknown[]>(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
      expect(waiting).not.toEqual([]);
    },
    { timeout: 20_000, interval: 10 },
  );
}
