import { oneLine } from '../../input/plain-characters.js';

/** Characters of no width that only told a program where to break a line, what a program forgot, and its way back. */
const forgotten = /[\u00ad\u200b\u2060\ufeff\ufff9-\ufffd\u21a9\u{e0000}-\u{e007f}]/gu;

/** Letters that are one sign by their look alone, such as the ligature ﬁ. */
const ligatures = /[\ufb00-\ufb06]/gu;

/** Marks of direction: arabic letter mark, left-to-right and right-to-left mark. */
const marks = '\\u061c\\u200e\\u200f';
const onlyMarks = new RegExp(`(?<=^|\\s)[${marks}]+(?=\\s|$)`, 'gu');

/**
 * One line of plain characters: white space as one blank each, without control characters and those of no width.
 * Marks of direction stay where they stand at a word; embeddings and isolates stay where they are whole.
 */
export function tidyCharacters(text: string): string {
  const plain = text.replace(forgotten, '').replace(ligatures, (sign) => sign.normalize('NFKC'));
  return oneLine(wholeEmbeddings(oneLine(plain)).replace(onlyMarks, ''));
}

/** What opens an embedding, an override or an isolate, and what closes it. */
const closingOf: Readonly<Record<string, string>> = {
  '\u202a': '\u202c',
  '\u202b': '\u202c',
  '\u202d': '\u202c',
  '\u202e': '\u202c',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

/** Takes out what opens without being closed, and what closes nothing: it would turn everything behind it around. */
function wholeEmbeddings(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return text;
  const characters = text.split('');
  const open: { readonly sign: string; readonly at: number }[] = [];
  const lone = new Set<number>();
  for (const [at, sign] of characters.entries()) {
    if (Object.hasOwn(closingOf, sign)) {
      open.push({ sign: closingOf[sign] ?? '', at });
    } else if (sign === '\u202c' || sign === '\u2069') {
      if (open.at(-1)?.sign === sign) open.pop();
      else lone.add(at);
    }
  }
  for (const { at } of open) lone.add(at);
  return characters.filter((_sign, at) => !lone.has(at)).join('');
}
