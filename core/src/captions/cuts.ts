import type { Reading } from './reading.js';
import type { TimeRange } from './time-range.js';

/**
 * What is cut out of the recording: the ranges of discarded readings, in source time, ascending, apart from
 * each other. When the last reading is discarded its cut runs to the end of the recording: what was said
 * after it, on the way to the stop button, belongs to no other sentence.
 */
export function cutsOf(readings: readonly Reading[]): TimeRange[] {
  const last = lastReading(readings);
  const ranges = readings
    .filter((reading) => reading.discarded)
    .map((reading) => ({
      start: reading.seekStart,
      end: reading === last ? Number.POSITIVE_INFINITY : reading.seekEnd,
    }));
  return merged(ranges);
}

/** The readings' last one in time; of two that end together, the one that was sent later. */
function lastReading(readings: readonly Reading[]): Reading | undefined {
  let last: Reading | undefined;
  for (const reading of readings) {
    if (
      last === undefined ||
      reading.seekEnd > last.seekEnd ||
      (reading.seekEnd === last.seekEnd && reading.sequence > last.sequence)
    ) {
      last = reading;
    }
  }
  return last;
}

/** Ranges that overlap or touch become one; empty ones vanish. */
function merged(ranges: readonly TimeRange[]): TimeRange[] {
  const result: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (range.end <= range.start) continue;
    const previous = result.at(-1);
    if (previous !== undefined && range.start <= previous.end) {
      result[result.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) };
    } else {
      result.push(range);
    }
  }
  return result;
}

/** What remains of a recording of `duration` seconds: ascending source-time ranges, none of them empty. */
export function keptRanges(cuts: readonly TimeRange[], duration: number): TimeRange[] {
  const kept: TimeRange[] = [];
  let from = 0;
  for (const cut of cuts) {
    const until = Math.min(cut.start, duration);
    if (until > from) kept.push({ start: from, end: until });
    from = Math.max(from, cut.end);
  }
  if (duration > from) kept.push({ start: from, end: duration });
  return kept;
}

/** Where a moment of source time lies once the cuts are taken out; a moment inside a cut lies where the cut was. */
export function afterCuts(seconds: number, cuts: readonly TimeRange[]): number {
  let removed = 0;
  for (const cut of cuts) {
    if (cut.start >= seconds) break;
    removed += Math.min(cut.end, seconds) - cut.start;
  }
  return seconds - removed;
}

/** The seconds that a list of ranges covers. */
export function totalSeconds(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, range) => sum + (range.end - range.start), 0);
}
