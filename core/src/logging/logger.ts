import { pino, type DestinationStream, type Logger } from 'pino';
import { loggableError } from '../errors/loggable-error.js';

export type { Logger } from 'pino';

/** Never in a log line, wherever it stands: who someone is, and what opens a door. */
const redacted = ['authorization', 'cookie', 'email', 'accessToken', 'password', 'connectionString'];

/**
 * The logger of a process. Lines are JSON; those of a request's own logger, and of the jobs it left, name the request.
 * @param process - its name in every line: `api`, `jobs`.
 * @param destination - default: standard output.
 */
export function createLogger(
  process: string,
  options: { readonly debug: boolean },
  destination: DestinationStream = pino.destination(1),
): Logger {
  return pino(
    {
      name: process,
      level: options.debug ? 'debug' : 'info',
      serializers: { err: loggableError },
      redact: {
        paths: redacted.flatMap((key) => [key, `*.${key}`, `req.headers.${key}`]),
        censor: '[hidden]',
      },
    },
    destination,
  );
}
