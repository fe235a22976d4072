/** One step of a job, as the worker's log tells of it. */
export interface StepLine {
  readonly step: string;
  readonly sessionId: string;
  /** When it was over, milliseconds since 1970. */
  readonly time: number;
  readonly milliseconds: number;
}

/** Gathers from a worker's log what it was at, and when. */
export class StepLog {
  readonly #lines: StepLine[] = [];

  /** Gets each line that the worker logs, at the level `debug`; the most are about something else. */
  readonly onLogLine = (line: string): void => {
    if (!line.includes('"step":')) return;
    this.#lines.push(JSON.parse(line) as StepLine);
  };

  /** The steps of a recording, in the order in which they ended. */
  of(sessionId: string): StepLine[] {
    return this.#lines.filter((line) => line.sessionId === sessionId);
  }
}
