import type { Cue } from './cues.js';

/**
 * A WebVTT file (https://www.w3.org/TR/webvtt1/): one cue for each sentence, named by its sequence.
 * The same input gives the same text.
 */
export function webVtt(sessionId: string, cues: readonly Cue[]): string {
  const header = `WEBVTT\n\nNOTE\nSession ID: ${inOneLine(sessionId)}\n`;
  const blocks = cues.map(
    (cue) => `\n${cue.sequence}\n${timestamp(cue.start)} --> ${timestamp(cue.end)}\n${payload(cue.text)}\n`,
  );
  return header + blocks.join('');
}

/** hh:mm:ss.mmm; hours have as many digits as they need. */
function timestamp(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${part(milliseconds / 3_600_000, 2)}:${part((milliseconds / 60_000) % 60, 2)}:${part((milliseconds / 1000) % 60, 2)}.${part(milliseconds % 1000, 3)}`;
}

/** A sentence may hold anything: as it is, `<v x>` or `-->` would change the cue, an empty line would end it. */
function payload(text: string): string {
  return inOneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function inOneLine(text: string): string {
  return text.replace(/[\s\0]+/gu, ' ').trim();
}
