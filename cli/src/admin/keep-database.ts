import { migrate } from '@crowd-recital/core/db/migrate.js';
import { recountTotals } from '@crowd-recital/core/stats/recount-totals.js';
import { failedFault } from '../cli-fault.js';
import { readConfig, withSystem } from '../local/open-system.js';

/** @throws CliFault with the reason when it cannot be done; the database is as it was then. */
export async function migrateDatabase(): Promise<void> {
  try {
    await migrate(readConfig().databaseUrl);
  } catch (error) {
    throw failedFault(error instanceof Error ? error.message : String(error));
  }
  console.log('The database has the schema of this release.');
}

/** Makes all totals anew; sessions that end meanwhile wait a moment. */
export async function recount(): Promise<void> {
  await withSystem(({ em }) => recountTotals(em));
  console.log('All totals are the sum over the recordings again.');
}
