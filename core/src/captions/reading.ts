/** One reading of one sentence, as a text segment holds it. Times are seconds of recording time. */
export interface Reading {
  readonly sequence: number;
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  readonly seekStart: number;
  readonly seekEnd: number;
  readonly discarded: boolean;
}

/** The order in which they were read. Sequences break ties, so that the order never depends on a query. */
export function inReadingOrder<R extends Reading>(readings: readonly R[]): R[] {
  return [...readings].sort(
    (a, b) => a.seekStart - b.seekStart || a.seekEnd - b.seekEnd || a.sequence - b.sequence,
  );
}
