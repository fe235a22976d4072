import { pino, type Logger } from 'pino';
import { loggableError } from '../errors/loggable-error.js';

export type { Logger } from 'pino';

/** Never in a log line, wherever it stands: who someone is, and what opens a door. */
const redacted = ['authorization', 'cookie', 'email', 'accessToken', 'password', 'connectionString'];

/**
 * The logger of a process. Lines are JSON on standard output.
 * @param process - its name in every line: `api`, `jobs`.
 */
export function createLogger(process: string, options: { readonly debug: boolean }): Logger {
  return pino({
    name: process,
    level: options.debug ? 'debug' : 'info',
    serializers: { err: loggableError },
    redact: { paths: redacted.flatMap((key) => [key, `*.${key}`, `req.headers.${key}`]), censor: '[hidden]' },
  });
}
