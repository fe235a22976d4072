import { mostSentences } from './text-limits.js';

/**
 * Cuts a book into texts of a length that loads and is read in reasonable time: as few as possible, of about the same
 * length, between paragraphs where that can be.
 */
export function cutIntoParts(paragraphs: readonly string[][]): string[][][] {
  const total = paragraphs.reduce((sum, { length }) => sum + length, 0);
  const wanted = Math.ceil(total / Math.ceil(total / mostSentences));
  const parts: string[][][] = [];
  let open: string[][] = [];
  let length = 0;
  for (const paragraph of paragraphs.flatMap((sentences) => chunks(sentences, mostSentences))) {
    if (length > 0 && (length >= wanted || length + paragraph.length > mostSentences)) {
      parts.push(open);
      open = [];
      length = 0;
    }
    open.push(paragraph);
    length += paragraph.length;
  }
  if (open.length > 0) parts.push(open);
  return parts;
}

function chunks(sentences: string[], size: number): string[][] {
  if (sentences.length <= size) return [sentences];
  const count = Math.ceil(sentences.length / size);
  return Array.from({ length: count }, (_, index) => sentences.slice(index * size, (index + 1) * size));
}

/** The title of each part of a text: `Title (2/7)`, or the title itself where there is one part. */
export function titleOfPart(title: string, index: number, count: number): string {
  return count === 1 ? title : `${title} (${index + 1}/${count})`;
}
