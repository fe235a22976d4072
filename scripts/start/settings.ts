import { loadConfig, readEnvironment, type Config } from '@crowd-recital/core/config/config.js';

/** What a start needs to know before anything runs. */
export interface Settings {
  config: Config;
  /** no database was named, and in development we bring our own */
  embedded: boolean;
}

/** Checks the whole configuration as the processes will see it. @throws ConfigError that lists every fault */
export function readSettings(): Settings {
  const environment = readEnvironment();
  const embedded = environment.NODE_ENV !== 'production' && !environment.DB_CONNECTION_STR;
  // The embedded database has no address before it runs.
  const config = loadConfig(
    embedded ? { ...environment, DB_CONNECTION_STR: 'postgres://embedded' } : environment,
  );
  return { config, embedded };
}
