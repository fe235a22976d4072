import type { Position } from './recital';

/** The sentence after `position`, or null at the end of the text. Paragraphs without sentences are passed over. */
export function following(paragraphs: readonly string[][], position: Position): Position | null {
  const rest = paragraphs[position.paragraph]?.length ?? 0;
  if (position.sentence + 1 < rest) {
    return { paragraph: position.paragraph, sentence: position.sentence + 1 };
  }
  const paragraph = paragraphs.findIndex(
    (sentences, index) => index > position.paragraph && sentences.length > 0,
  );
  return paragraph === -1 ? null : { paragraph, sentence: 0 };
}

/** `position` if the text has it, else the first sentence of the text. */
export function existing(paragraphs: readonly string[][], position: Position): Position {
  if (paragraphs[position.paragraph]?.[position.sentence] !== undefined) return position;
  const paragraph = paragraphs.findIndex((sentences) => sentences.length > 0);
  return { paragraph: Math.max(0, paragraph), sentence: 0 };
}
