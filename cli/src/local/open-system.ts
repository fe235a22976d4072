import { ConfigError, loadConfig, type Config } from '@crowd-recital/core/config/config.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { connectQueue } from '@crowd-recital/core/queue/connect-queue.js';
import { createLogger, type Logger } from '@crowd-recital/core/logging/logger.js';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { TableNotFoundException, type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { badInputFault, failedFault } from '../cli-fault.js';

/** What a command works with that looks into the database itself, beside the server. */
export interface OpenSystem {
  readonly config: Config;
  readonly orm: MikroORM;
  readonly em: EntityManager;
  /** Says nothing unless DEBUG is set: its lines would tear what a command prints apart. */
  readonly log: Logger;
}

/**
 * Opens the configured database for as long as `work` takes.
 * @param connections - most connections at a time.
 * @throws CliFault with a sentence when the configuration is not complete, the database does not answer, or what
 *   was asked for is refused.
 */
export async function withSystem<Result>(
  work: (system: OpenSystem) => Promise<Result>,
  { connections = 4 }: { readonly connections?: number } = {},
): Promise<Result> {
  const config = readConfig();
  const log = createLogger('admin', { debug: config.debug });
  if (!config.debug) log.level = 'silent';
  const orm = await connect(config, connections);
  const closeQueue = await connectQueue(config, orm, log);
  try {
    return await work({ config, orm, em: orm.em.fork(), log });
  } catch (error) {
    throw sentenceOf(error);
  } finally {
    await closeQueue();
    await orm.close();
  }
}

/** What the operator is told of an error that was expected; every other one stays as it is. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof TableNotFoundException) {
    return failedFault(
      'The database does not have the tables of this release. Run: npm run admin -- migrate',
    );
  }
  if (!(error instanceof AppError)) return error;
  const { code, message } = error;
  return code === 'BAD_USER_INPUT' || code === 'NOT_FOUND' ? badInputFault(message) : failedFault(message);
}

/** @throws CliFault that names every variable at fault. */
export function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    throw error instanceof ConfigError ? failedFault(error.message) : error;
  }
}

async function connect({ databaseUrl }: Config, poolSize: number): Promise<MikroORM> {
  try {
    return await createOrm({ connectionString: databaseUrl, poolSize });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Not the whole address: the password stands in it.
    const { host } = new URL(databaseUrl);
    throw failedFault(
      `The database at ${host} does not answer: ${reason}. In development \`npm start\` starts it.`,
    );
  }
}
