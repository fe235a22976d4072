import { ConfigError, loadConfig, type Config } from '@crowd-recital/core/config/config.js';

/** This machine's configuration; undefined when it is not complete, because the server is another machine. */
export function localConfig(): Config | undefined {
  try {
    return loadConfig();
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  }
}
