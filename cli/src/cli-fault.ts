/**
 * 1: the command was right and could not be done. 2: it was given something wrong. 3: `fsck` found something.
 */
export type FaultExitCode = 1 | 2 | 3;

/** An outcome that the person at the terminal is told in a sentence, without a stack. */
export class CliFault extends Error {
  readonly exitCode: FaultExitCode;

  constructor(message: string, exitCode: FaultExitCode) {
    super(message);
    this.name = 'CliFault';
    this.exitCode = exitCode;
  }
}

/** What was given (an option, a file) cannot be used; the message says which and why. */
export function badInputFault(message: string): CliFault {
  return new CliFault(message, 2);
}

/** What was given is right, yet the work failed; the message says what to do. */
export function failedFault(message: string): CliFault {
  return new CliFault(message, 1);
}
