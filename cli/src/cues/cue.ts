/** One sentence with the time at which it is read in the recording. */
export interface Cue {
  /** Seconds from the beginning of the recording. */
  readonly fromSeconds: number;
  /** Seconds; greater than `fromSeconds`. */
  readonly toSeconds: number;
  /** One line, without spaces around it. */
  readonly sentence: string;
  /** Line of the file that gives the times, counted from 1. */
  readonly line: number;
}
