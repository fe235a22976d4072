import type { OriginalReading } from './original-rows.js';

/** A reading with its place in the text. */
export interface PlacedReading {
  readonly paragraph: number;
  readonly sentence: number;
  readonly text: string;
  /** Seconds. */
  readonly seekStart: number;
  readonly seekEnd: number;
  readonly discarded: boolean;
}

interface Place {
  readonly paragraph: number;
  readonly sentence: number;
}

/**
 * Finds the sentences that were read, which the predecessor kept as words alone: each from where the one before was
 * found, then anywhere. One that the text does not have stays at the place of the one before, with its own words.
 * A reading begins where the one before it ended.
 * @returns the readings, and how many were not found.
 */
export function placeReadings(
  paragraphs: readonly (readonly string[])[],
  readings: readonly OriginalReading[],
): { readonly placed: PlacedReading[]; readonly notFound: number } {
  const sentences = paragraphs.flatMap((paragraph, index) =>
    paragraph.map((text, sentence) => ({ paragraph: index, sentence, text: comparable(text) })),
  );
  const placed: PlacedReading[] = [];
  let at = -1;
  let seekStart = 0;
  let notFound = 0;
  for (const { text, seek_end: end, discarded } of readings) {
    const wanted = comparable(text);
    const ahead = sentences.findIndex((sentence, index) => index > at && sentence.text === wanted);
    const found = ahead >= 0 ? ahead : sentences.findIndex((sentence) => sentence.text === wanted);
    if (found >= 0) at = found;
    else notFound += 1;
    const { paragraph, sentence }: Place = sentences[Math.max(at, 0)] ?? { paragraph: 0, sentence: 0 };
    const seekEnd = Math.max(seekStart, end);
    placed.push({ paragraph, sentence, text, seekStart, seekEnd, discarded });
    seekStart = seekEnd;
  }
  return { placed, notFound };
}

function comparable(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
