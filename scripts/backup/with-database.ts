import { join } from 'node:path';
import { loadConfig, readEnvironment, type Config } from '@crowd-recital/core/config/config.js';
import { readEmbeddedConnection } from '@crowd-recital/core/config/embedded-connection.js';
import pg from 'pg';
import { startEmbeddedPostgres } from '../embedded-postgres/start-embedded-postgres.js';
import { readSettings } from '../start/settings.js';
import { lockDataFolder } from '../start/supervisor-lock.js';

/**
 * Works on the configured database. The embedded one is started for as long as it takes, where the system does not
 * run.
 * @throws StartError when it is just starting or stopping, ConfigError when the configuration is not right.
 */
export async function withDatabase<Result>(work: (config: Config) => Promise<Result>): Promise<Result> {
  const { config, embedded } = readSettings();
  if (!embedded) return work(config);
  const running = readEmbeddedConnection(config.dataFolder);
  if (running !== undefined && (await answers(running))) return work(configFor(running));
  const lock = await lockDataFolder(config.dataFolder, 'a backup or a restore', () =>
    console.error('Waiting for the system to stop …'),
  );
  try {
    const started = await startEmbeddedPostgres({ folder: join(config.dataFolder, 'postgres') });
    try {
      return await work(configFor(started.connectionString));
    } finally {
      await started.stop();
    }
  } finally {
    lock.release();
  }
}

function configFor(connectionString: string): Config {
  return loadConfig({ ...readEnvironment(), DB_CONNECTION_STR: connectionString });
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
