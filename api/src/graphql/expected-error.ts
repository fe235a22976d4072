import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { DriverException } from '@mikro-orm/core';

/** SQLSTATE codes by which PostgreSQL refuses a character (22021, 22P05) or a number or time (22003, 22008) as such. */
const unstorable = ['22003', '22008', '22021', '22P05'];

/**
 * Class 08 (connection), 57P0x (being shut down or started), 53xxx (out of resources), 55P03, 57014 and 25P03 (waited
 * too long); Node's names for sockets.
 */
const away = /^(08...|57P0.|53...|55P03|57014|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** What pg and knex, which give these no code, say of a connection that is gone or not to be had. */
const brokenConnection =
  /Connection terminated|Timeout acquiring a connection|timeout exceeded when trying to connect/;

/**
 * What a caller is told of something that was thrown: an AppError as it is, a database that is away or refuses a
 * value as the code that fits; undefined for a fault of ours, which stays masked.
 */
export function expectedError(thrown: unknown): AppError | undefined {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return undefined;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  if (away.test(code) || brokenConnection.test(thrown.message)) {
    return new AppError(
      'UPSTREAM_UNAVAILABLE',
      'The server cannot reach what it needs at the moment. Nothing that was confirmed is lost. Try again soon.',
    );
  }
  if (thrown instanceof DriverException && unstorable.includes(code)) {
    return new AppError('BAD_USER_INPUT', 'A value has a character or a number that cannot be stored.');
  }
  return undefined;
}
