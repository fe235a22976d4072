import type { PageCharacter } from './pdfium.js';
import { isRightToLeft, readingOrder, wrongBrackets, type Glyph } from './visual-line.js';

/** A line of a page as it is read. */
export interface Line {
  readonly text: string;
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
  /** Points. */
  readonly size: number;
  /** It ends in the middle of a word. */
  readonly hyphenated: boolean;
}

/** A line whose signs are still as they stand on the page, from left to right. */
export interface SeenLine extends Omit<Line, 'text'> {
  readonly glyphs: readonly Glyph[];
}

/** Stands for the number of a note until the order is known: it belongs to the word in front of it. */
const noteSign = '\ue000';

/** PDFium's sign for a hyphen at the end of a line. */
const brokenWord = '\u0002';

/** Parts of a sign's size: a gap that is a blank, a shift that makes no other line, what is small and raised. */
const blank = 0.2;
const sameLine = 0.5;
const raised = { size: 0.8, shift: 0.15 };

/** The lines of a page, in the order of the page's own content: columns stay apart. */
export function seenLines(characters: readonly PageCharacter[]): SeenLine[] {
  const lines: PageCharacter[][] = [];
  for (const stretch of stretches(characters)) {
    const last = lines.at(-1);
    if (last !== undefined && goOn(last, stretch)) last.push(...stretch);
    else lines.push([...stretch]);
  }
  return lines.map(seenLine).filter(({ glyphs }) => glyphs.length > 0);
}

/** What PDFium takes for one line; it begins a new one also at a raised number. */
function stretches(characters: readonly PageCharacter[]): PageCharacter[][] {
  const found: PageCharacter[][] = [[]];
  for (const character of characters) {
    if (character.generated && /[\r\n]/.test(character.text)) found.push([]);
    else if (!character.generated && character.text !== '') found.at(-1)?.push(character);
  }
  return found.filter((stretch) => stretch.some(isVisible));
}

function goOn(line: readonly PageCharacter[], next: readonly PageCharacter[]): boolean {
  const [one, other] = [extent(line), extent(next)];
  return (
    Math.abs(one.baseline - other.baseline) < sameLine * Math.max(one.size, other.size) &&
    (other.left >= one.right - one.size || other.right <= one.left + one.size)
  );
}

function isVisible({ text }: PageCharacter): boolean {
  return /\S/u.test(text);
}

/** The greatest size counts: a raised number does not make the line a smaller one. */
function extent(characters: readonly PageCharacter[]): Omit<Line, 'text' | 'hyphenated'> {
  const visible = characters.filter(isVisible);
  const largest = visible.reduce(
    (one, other) => (other.size > one.size ? other : one),
    visible[0] ?? nowhere,
  );
  return {
    baseline: largest.baseline,
    size: largest.size,
    left: Math.min(...visible.map(({ left }) => left)),
    right: Math.max(...visible.map(({ right }) => right)),
  };
}

const nowhere = { baseline: 0, size: 0 };

function seenLine(characters: readonly PageCharacter[]): SeenLine {
  const line = extent(characters);
  const isNote = ({ text, size, baseline }: PageCharacter): boolean =>
    /^[\p{N}*†‡]/u.test(text) &&
    size < raised.size * line.size + 0.01 &&
    baseline > line.baseline + raised.shift * line.size;
  const kept = characters.map((character) =>
    isNote(character) ? { ...character, text: noteSign } : character,
  );
  const hyphenated = kept.some(({ text }) => text === brokenWord);
  return { ...line, hyphenated, glyphs: glyphsOf(kept.filter(({ text }) => text !== brokenWord)) };
}

/** From left to right; points go to the letter above or below which they stand, blanks are where there is a gap. */
function glyphsOf(characters: readonly PageCharacter[]): Glyph[] {
  const letters = characters
    .filter(({ text }) => isLetterLike(text))
    .map((letter) => ({ ...letter, points: '' }));
  for (const point of characters.filter(({ text }) => /^\p{M}/u.test(text))) {
    const middle = (point.left + point.right) / 2;
    const at = (letter: PageCharacter): number =>
      Math.max(letter.left - middle, middle - letter.right, 0) +
      Math.abs(letter.left + letter.right - 2 * middle) / 1e3;
    const [first, ...others] = letters;
    if (first === undefined) continue;
    const bearer = others.reduce((one, other) => (at(other) < at(one) ? other : one), first);
    bearer.points += point.text;
  }
  letters.sort((one, other) => one.left - other.left || one.right - other.right);
  const glyphs: Glyph[] = [];
  for (const { text, points, left, right, size } of letters) {
    const edge = glyphs.at(-1)?.right ?? left;
    if (left - edge > blank * size) glyphs.push({ text: ' ', left: edge, right: left });
    glyphs.push({ text: (text + points).normalize('NFC'), left, right: Math.max(right, edge) });
  }
  return glyphs;
}

function isLetterLike(text: string): boolean {
  return text === noteSign || /^[^\s\p{M}\p{C}]/u.test(text);
}

/**
 * The lines in the order in which they are read. Some programs write brackets of a line from right to left by their
 * look, others by their meaning: what closes before it opens tells.
 */
export function readLines(lines: readonly SeenLine[]): Line[] {
  const rightToLeft = lines.filter(({ glyphs }) => isRightToLeft(glyphs));
  const wrong = (mirror: boolean): number =>
    rightToLeft.reduce((sum, { glyphs }) => sum + wrongBrackets(readingOrder(glyphs, { mirror })), 0);
  const mirror = wrong(true) <= wrong(false);
  return lines.map(({ glyphs, ...line }) => ({
    ...line,
    text: readingOrder(glyphs, { mirror }).replaceAll(noteSign, ''),
  }));
}
