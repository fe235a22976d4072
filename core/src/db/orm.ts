import { fileURLToPath } from 'node:url';
import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { DataloaderType } from '@mikro-orm/core';
import { entities } from './entities.js';
import { migrations } from './migrations/migrations.js';

/** The schema of Agenda's tables: MikroORM must neither see nor drop it. */
export const agendaSchema = 'agenda';

/** How to reach the database. */
export interface DatabaseOptions {
  readonly connectionString: string;
  /** Most connections of this process. */
  readonly poolSize?: number;
  /**
   * Seconds after which a statement is given up, so that one row that somebody holds does not take all connections.
   * Undefined (migrations, tools): however long it takes.
   */
  readonly statementSeconds?: number;
  /** Receives every statement when `debug` is on, and warnings. */
  readonly log?: (message: string) => void;
  readonly debug?: boolean;
}

/** Milliseconds to wait for a row that another transaction holds, and for a free connection: less than a statement may take. */
function patience(statementSeconds: number): number {
  return Math.min(5_000, statementSeconds * 500);
}

function timeLimits(statementSeconds: number | undefined): Record<string, number> {
  if (statementSeconds === undefined) return {};
  return {
    statement_timeout: statementSeconds * 1000,
    lock_timeout: patience(statementSeconds),
    idle_in_transaction_session_timeout: statementSeconds * 1000,
  };
}

/** The ORM's options for a database; apart from `createOrm` only the migration scripts need them. */
export function ormOptions(options: DatabaseOptions): Options {
  return defineConfig({
    clientUrl: options.connectionString,
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    dataloader: DataloaderType.ALL,
    debug: options.debug ?? false,
    logger: (message) => options.log?.(message),
    pool: {
      min: 0,
      max: options.poolSize ?? 10,
      ...(options.statementSeconds === undefined
        ? {}
        : { acquireTimeoutMillis: patience(options.statementSeconds) }),
    },
    driverOptions: {
      connection: { application_name: 'crowd-recital', ...timeLimits(options.statementSeconds) },
    },
    migrations: {
      // Only where a new one is written to; those that run are in the list.
      path: fileURLToPath(new URL('./migrations', import.meta.url)),
      migrationsList: migrations,
      snapshot: false,
      disableForeignKeys: false,
    },
    schemaGenerator: { ignoreSchema: [agendaSchema], disableForeignKeys: false },
    discovery: { warnWhenNoEntities: true },
  });
}

/**
 * Connects to the database. The caller closes it by `orm.close()`.
 * @throws when the database cannot be reached.
 */
export async function createOrm(options: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init(ormOptions(options));
}
