/** Seconds, from `start` up to but not including `end`. `end` may be Infinity: up to the end of the recording. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}
