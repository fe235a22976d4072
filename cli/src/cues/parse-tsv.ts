import { badInputFault } from '../cli-fault.js';
import type { Cue } from './cue.js';
import { oneLine } from './one-line.js';
import { parseTime } from './parse-time.js';

/**
 * Reads lines of three columns, from, to and sentence, divided by tabs. Empty lines and one line of headings
 * at the top are passed over.
 * @throws CliFault that names the first line that cannot be read.
 */
export function parseTsv(lines: readonly string[]): Cue[] {
  const rows = lines
    .map((text, index) => ({ columns: text.split('\t').map(oneLine), line: index + 1 }))
    .filter(({ columns }) => columns.some((column) => column !== ''));
  return rows.filter((row, index) => index > 0 || !isHeading(row.columns)).map(readRow);
}

/** Headings hold no digit where the times stand; a mistyped time does, and is told as one. */
function isHeading([from = '', to = '']: readonly string[]): boolean {
  return from !== '' && to !== '' && !/\d/.test(from + to);
}

function readRow({ columns, line }: { columns: readonly string[]; line: number }): Cue {
  const [from = '', to = '', sentence = ''] = columns;
  if (columns.length !== 3) {
    throw badInputFault(
      `line ${line}: expected from, to and sentence divided by tabs, found ${columns.length} ${columns.length === 1 ? 'column' : 'columns'}.`,
    );
  }
  if (sentence === '') throw badInputFault(`line ${line}: the sentence is empty.`);
  return { fromSeconds: readTime(from, line), toSeconds: readTime(to, line), sentence, line };
}

function readTime(text: string, line: number): number {
  const seconds = parseTime(text);
  if (seconds !== undefined) return seconds;
  throw badInputFault(`line ${line}: "${text}" is not a time. Write seconds (8.1) or hh:mm:ss.mmm.`);
}
