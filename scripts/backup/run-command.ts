import { BackupUnusableError } from '@crowd-recital/core/backup/backup-manifest.js';
import { DatabaseInUseError } from '@crowd-recital/core/backup/restore-backup.js';
import { ConfigError } from '@crowd-recital/core/config/config.js';
import { StartError } from '../start/start-error.js';

/** Could not be done, for a reason that is told in a sentence. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/**
 * Runs a command.
 * @returns the exit code: what it returns, 1 when it could not be done, 2 when it was given something wrong.
 */
export async function runCommand(command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (isArgumentError(error)) {
      console.error(`${error.message} Add -- --help for what it takes.`);
      return 2;
    }
    const expected = [BackupUnusableError, DatabaseInUseError, RefusedError, ConfigError, StartError];
    if (!expected.some((kind) => error instanceof kind) && !isConnectionError(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

function isArgumentError(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function isConnectionError(error: Error): boolean {
  return 'code' in error && /^(ECONN|ENOTFOUND|EHOST|ETIMEDOUT|28P01|3D000)/.test(String(error.code));
}
