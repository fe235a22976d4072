import { readFile } from 'node:fs/promises';
import { CliFault, badInputFault } from '../cli-fault.js';
import { unreadableFault } from '../unreadable-fault.js';
import { checkCues } from './check-cues.js';
import type { Cue } from './cue.js';
import { parseTsv } from './parse-tsv.js';
import { isWebVtt, parseWebVtt } from './parse-webvtt.js';

/**
 * Reads the sentences of a recording and their times from a WebVTT or TSV file; its first line tells which.
 * @param audioSeconds - length of the recording that they belong to
 * @throws CliFault that names the file and, where there is one, the line at fault.
 */
export async function readCues(file: string, audioSeconds: number): Promise<Cue[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadableFault(file, error);
  });
  try {
    return checkCues(parseCues(decode(bytes)), audioSeconds);
  } catch (error) {
    throw error instanceof CliFault ? badInputFault(`${file}: ${error.message}`) : error;
  }
}

/** The cues of a file's text, in its order and not yet checked against each other. */
export function parseCues(text: string): Cue[] {
  const lines = text.split(/\r\n|\r|\n/);
  return isWebVtt(lines[0] ?? '') ? parseWebVtt(lines) : parseTsv(lines);
}

function decode(bytes: Uint8Array): string {
  try {
    // The decoder takes a byte order mark away by itself.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInputFault('this is not text in UTF-8. Save it as UTF-8 and try again.');
  }
}
