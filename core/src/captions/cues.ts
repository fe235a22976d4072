import { afterCuts } from './cuts.js';
import { inReadingOrder, type Reading } from './reading.js';
import type { TimeRange } from './time-range.js';

/** A sentence as the finished recording has it. Times are seconds of the finished audio (main and light alike). */
export interface Cue {
  readonly sequence: number;
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The cues of a finished recording, in reading order.
 * @param duration - seconds of finished audio: no cue ends later.
 * Readings of which nothing audible is left (empty, cut away, beyond the end) have no cue: a cue must end after it starts.
 */
export function finishedCues(
  readings: readonly Reading[],
  cuts: readonly TimeRange[],
  duration: number,
): Cue[] {
  return inReadingOrder(readings)
    .filter((reading) => !reading.discarded)
    .map((reading) => ({
      sequence: reading.sequence,
      paragraph: reading.paragraph,
      sentence: reading.sentence,
      text: reading.text,
      start: toMilliseconds(afterCuts(reading.seekStart, cuts)),
      end: toMilliseconds(Math.min(afterCuts(reading.seekEnd, cuts), duration)),
    }))
    .filter((cue) => cue.end > cue.start);
}

/** WebVTT counts in milliseconds: nothing finer is claimed anywhere, so that all files say the same. */
function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
