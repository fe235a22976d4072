import { badInputFault } from '../cli-fault.js';
import type { Cue } from '../cues/cue.js';
import { oneLine } from '../cues/one-line.js';

/** Where in the text a cue's sentence stands. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly sentence: number;
}

/**
 * Finds each cue's sentence in the text as the server divided it. The order is the same on both sides.
 * @param paragraphs - paragraphs of sentences
 * @returns one place for each cue
 * @throws CliFault at the first cue that the server did not take as one sentence.
 */
export function matchCues(cues: readonly Cue[], paragraphs: readonly (readonly string[])[]): SentencePlace[] {
  const sentences = paragraphs.flatMap((paragraph, index) =>
    paragraph.map((text, sentence) => ({ text, place: { paragraph: index, sentence } })),
  );
  const places = cues.map((cue, index) => {
    const found = sentences[index];
    if (found !== undefined && comparable(found.text) === comparable(cue.sentence)) return found.place;
    throw badInputFault(
      `line ${cue.line}: "${cue.sentence}" is not one sentence of the text; the server reads "${found?.text ?? ''}" there. Give each sentence a line and times of its own.`,
    );
  });
  const extra = sentences[cues.length];
  if (extra === undefined) return places;
  throw badInputFault(`the server reads one sentence more than the file has: "${extra.text}".`);
}

/** Letters may be composed differently on both sides and still be the same. */
function comparable(text: string): string {
  return oneLine(text.normalize('NFC'));
}
