import type { Position } from '../capture/recital';

export type Paragraphs = readonly (readonly string[])[];

/** How many sentences a text has. */
export function countSentences(paragraphs: Paragraphs): number {
  return paragraphs.reduce((sum, sentences) => sum + sentences.length, 0);
}

/** Which sentence of the whole text this is, counted from 1. */
export function sentenceNumber(paragraphs: Paragraphs, { paragraph, sentence }: Position): number {
  return countSentences(paragraphs.slice(0, paragraph)) + sentence + 1;
}

/** The sentence with this number (from 1); numbers beyond the text give its first or last sentence. */
export function positionOf(paragraphs: Paragraphs, number: number): Position {
  let left = Math.max(0, Math.min(number, countSentences(paragraphs)) - 1);
  for (const [paragraph, sentences] of paragraphs.entries()) {
    if (left < sentences.length) return { paragraph, sentence: left };
    left -= sentences.length;
  }
  return { paragraph: 0, sentence: 0 };
}

/** The sentence one on (1) or back (-1); at either end of the text it stays. */
export function stepSentence(paragraphs: Paragraphs, from: Position, step: 1 | -1): Position {
  return positionOf(paragraphs, sentenceNumber(paragraphs, from) + step);
}

/**
 * The first sentence of the next (1) or previous (-1) paragraph; in the last one on to its last sentence, in the
 * first one back to its first.
 */
export function stepParagraph(paragraphs: Paragraphs, from: Position, step: 1 | -1): Position {
  const paragraph = from.paragraph + step;
  if (paragraph < 0) return { paragraph: 0, sentence: 0 };
  if (paragraph >= paragraphs.length) return positionOf(paragraphs, Infinity);
  return { paragraph, sentence: 0 };
}

export function samePosition(one: Position, other: Position): boolean {
  return one.paragraph === other.paragraph && one.sentence === other.sentence;
}
