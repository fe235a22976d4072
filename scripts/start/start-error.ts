/** A reason not to go on that is told in its own words, without a stack. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

/** What to tell the person who started; faults of the program itself keep their stack. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if ((code === 'EACCES' || code === 'EPERM') && path !== undefined) {
    return (
      `${path} may not be written by this user. If the project was started as another user before, ` +
      'start it as that user, or make these files your own.'
    );
  }
  const known = ['StartError', 'ConfigError', 'BuildError'].includes(error.name);
  return known || error.stack === undefined ? error.message : error.stack;
}
