import { join } from 'node:path';
import { emptyDatabase } from '@crowd-recital/core/test/database.js';
import { prepareDatabase } from '../../scripts/test/test-database.js';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres/start-embedded-postgres.js';
import { inject } from 'vitest';

/** A database with the development users and the sample texts, thrown away by its `drop`. */
export interface SystemDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/** @param scratch - a folder for whatever it needs */
export type MakeDatabase = (scratch: string) => Promise<SystemDatabase>;

/** A copy of the one that was prepared for all test files. Only in a test. */
export const copiedDatabase: MakeDatabase = () => emptyDatabase(inject('postgresTemplate'));

/** With a server of its own, for programs that are no tests. */
export const ownDatabase: MakeDatabase = async (scratch) => {
  const postgres = await startEmbeddedPostgres({ folder: join(scratch, 'postgres'), throwAway: true });
  const { connectionString } = postgres;
  const drop = () => postgres.stop();
  try {
    await prepareDatabase(connectionString, { seeded: true });
  } catch (error) {
    await drop();
    throw error;
  }
  return { connectionString, drop };
};
