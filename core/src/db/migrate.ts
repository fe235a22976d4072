import pg from 'pg';
import { createOrm } from './orm.js';

/** Any number that nobody else on this database uses for an advisory lock. */
const migrationLock = 7_283_150_021;

/**
 * Brings the database at `connectionString` to the newest schema. Safe to run again, and from several
 * processes at once: they take turns.
 * @param names - only these migrations, for a database that is to be as it was once. Default: all.
 * @throws with a sentence for the operator when the database holds the predecessor's tables.
 */
export async function migrate(connectionString: string, names?: readonly string[]): Promise<void> {
  const turn = new pg.Client({ connectionString });
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [migrationLock]);
    const orm = await createOrm({ connectionString, poolSize: 3 });
    try {
      await orm.migrator.up(names === undefined ? undefined : { migrations: [...names] });
    } finally {
      await orm.close();
    }
  } finally {
    await turn.end();
  }
}
