import type { Block } from '../block.js';
import type { Line } from './page-lines.js';

/** Parts of a line's size: a step to the next line that is usual within a paragraph. */
const usualStep = 1.6;
/** Points by which sizes differ within a paragraph. */
const sameSize = 0.6;
/** A line that is so much shorter than the longest of its page may be the last of a paragraph. */
const short = 0.85;

/** Puts the lines of all pages together to paragraphs; numbers of pages and what is repeated on them are left out. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Block[] {
  const repeated = repeatedLines(pages);
  const usual = usualSize(pages.flat());
  const blocks: Block[] = [];
  let open: { text: string; last: Line; widest: number } | undefined;

  function end(): void {
    if (open === undefined) return;
    const isHeading = open.last.size > usual * 1.15 && open.text.length < 150;
    blocks.push({ text: open.text, level: isHeading ? headingLevel(open.last.size / usual) : undefined });
    open = undefined;
  }

  for (const page of pages) {
    const lines = page.filter((line, index) => !isEdge(page, index) || !isApparatus(line, repeated));
    const widest = Math.max(0, ...lines.map(({ left, right }) => right - left));
    for (const [index, line] of lines.entries()) {
      if (open !== undefined && !goesOn(open.last, line, open.widest, index === 0)) end();
      open = {
        text: open === undefined ? line.text : joined(open.text, open.last, line),
        last: line,
        widest,
      };
    }
  }
  end();
  return blocks;
}

function goesOn(last: Line, next: Line, widest: number, onNextPage: boolean): boolean {
  if (Math.abs(last.size - next.size) > sameSize) return false;
  const ended = /[.!?…:;"”“'’)׃]$/u.test(last.text.trim());
  if (onNextPage) return !ended;
  const step = last.baseline - next.baseline;
  // A step back or far up is another column; there, as on another page, only a sentence that is open goes on.
  if (step < 0) return !ended && !isListItem(next.text);
  if (step > usualStep * last.size || isListItem(next.text)) return false;
  return !(ended && last.right - last.left < short * widest);
}

function isListItem(text: string): boolean {
  return /^\s*(?:[•▪◦‣·–—-]|\p{N}{1,2}[.)])(?=\s|\p{L})/u.test(text);
}

function joined(text: string, last: Line, next: Line): string {
  return last.hyphenated ? text + next.text.trimStart() : `${text} ${next.text}`;
}

/** The size in which most letters are set. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((one, other) => (other[1] > one[1] ? other : one), [12, 0])[0];
}

function headingLevel(ratio: number): number {
  if (ratio > 1.8) return 1;
  return ratio > 1.4 ? 2 : 3;
}

/** The first two and the last two lines of a page. */
function isEdge(page: readonly Line[], index: number): boolean {
  return index < 2 || index >= page.length - 2;
}

function isApparatus(line: Line, repeated: ReadonlySet<string>): boolean {
  return /^[\s\p{N}\p{P}]*$/u.test(line.text) || repeated.has(withoutNumbers(line.text));
}

/** What stands at the edge of most pages, such as the title of the book. */
function repeatedLines(pages: readonly (readonly Line[])[]): Set<string> {
  if (pages.length < 3) return new Set();
  const times = new Map<string, number>();
  for (const page of pages) {
    const edges = page.filter((_line, index) => isEdge(page, index)).map(({ text }) => withoutNumbers(text));
    for (const text of new Set(edges)) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count * 2 > pages.length).map(([text]) => text));
}

function withoutNumbers(text: string): string {
  return text.replace(/\p{N}+/gu, '').trim();
}
