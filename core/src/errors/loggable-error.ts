import { DriverException } from '@mikro-orm/core';

/** An error as the log may have it. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack: string | undefined;
}

/**
 * What the log is told of an error. The messages of database errors hold whole statements with their values,
 * e-mail addresses among them: of those only the code stays, and where it happened.
 */
export function loggableError(thrown: unknown): LoggableError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown), stack: undefined };
  const code = 'code' in thrown ? { code: thrown.code } : {};
  if (!(thrown instanceof DriverException)) {
    return { type: thrown.name, message: thrown.message, ...code, stack: thrown.stack };
  }
  const frames = thrown.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: thrown.name,
    message: 'The database refused a statement.',
    ...code,
    stack: frames?.join('\n'),
  };
}
