import { badInputFault } from '../cli-fault.js';
import type { Cue } from './cue.js';
import { oneLine } from './one-line.js';
import { parseTime } from './parse-time.js';

/** A line of the file with its number, counted from 1. */
interface Line {
  readonly text: string;
  readonly number: number;
}

/** Blocks that hold no cue: https://www.w3.org/TR/webvtt1/#file-structure */
const notCue = /^(NOTE|STYLE|REGION)(\s|$)/;

const timing = /^(\S+)\s+-->\s+(\S+)(?:\s.*)?$/;

/** The characters that WebVTT writes by name; numbers (`&#1488;`) besides. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** True when a file's first line is that of a WebVTT file. */
export function isWebVtt(firstLine: string): boolean {
  return /^WEBVTT(?:[ \t]|$)/.test(firstLine);
}

/**
 * Reads the cues of a WebVTT file: comments, styles, identifiers and settings are passed over, mark-up inside a
 * sentence is taken out, and a sentence on several lines becomes one.
 * @param lines - the file's lines, the one with `WEBVTT` first
 * @throws CliFault that names the first line that cannot be read.
 */
export function parseWebVtt(lines: readonly string[]): Cue[] {
  const [, ...blocks] = blocksOf(lines);
  return blocks.filter(([first]) => !notCue.test(first.text)).map(readCue);
}

type Block = readonly [Line, ...Line[]];

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: [Line, ...Line[]][] = [];
  let open: [Line, ...Line[]] | undefined;
  lines.forEach((text, index) => {
    const line = { text, number: index + 1 };
    if (text.trim() === '') {
      open = undefined;
    } else if (open === undefined) {
      open = [line];
      blocks.push(open);
    } else {
      open.push(line);
    }
  });
  return blocks;
}

function readCue([first, ...others]: Block): Cue {
  const hasIdentifier = !first.text.includes('-->');
  const timingLine = hasIdentifier ? others[0] : first;
  const textLines = hasIdentifier ? others.slice(1) : others;
  if (timingLine?.text.includes('-->') !== true) {
    throw badInputFault(`line ${first.number}: expected times such as 00:00.300 --> 00:02.200.`);
  }
  const match = timing.exec(timingLine.text.trim());
  const from = parseTime(match?.[1] ?? '');
  const to = parseTime(match?.[2] ?? '');
  if (from === undefined || to === undefined) {
    throw badInputFault(
      `line ${timingLine.number}: "${timingLine.text.trim()}" does not give two times. Write 00:00.300 --> 00:02.200.`,
    );
  }
  const sentence = plainText(textLines.map(({ text }) => text).join(' '));
  if (sentence === '') throw badInputFault(`line ${timingLine.number}: this cue has no sentence.`);
  return { fromSeconds: from, toSeconds: to, sentence, line: timingLine.number };
}

function plainText(marked: string): string {
  const text = marked
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return named[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );
  return oneLine(text);
}
