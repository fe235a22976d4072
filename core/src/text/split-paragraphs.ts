import { oneLine } from '../input/plain-characters.js';

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** Lines of this many characters, one under the other, were broken by a program and not by an author. */
const wrappedLine = { least: 45, most: 100 };

/**
 * The paragraphs of a plain text, each in one line, none empty. Every line is a paragraph, as pasted text and
 * articles have it; only lines that were wrapped at a width are put together again.
 */
export function splitParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  let block: string[] = [];
  for (const line of [...text.split(lineBreak).map(oneLine), '']) {
    if (line !== '') {
      block.push(line);
    } else {
      paragraphs.push(...(isWrapped(block) ? [block.join(' ')] : block));
      block = [];
    }
  }
  return paragraphs;
}

function isWrapped(block: readonly string[]): boolean {
  const full = block.slice(0, -1);
  const brokenOff = full.filter((line) => !/[.!?…:;"”“'’)׃]$/u.test(line));
  return (
    block.length >= 3 &&
    full.every(({ length }) => length >= wrappedLine.least && length <= wrappedLine.most) &&
    brokenOff.length * 2 > full.length
  );
}
