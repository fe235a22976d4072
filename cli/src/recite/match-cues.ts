import { badInputFault } from '../cli-fault.js';
import type { Cue } from '../cues/cue.js';
import { oneLine } from '../cues/one-line.js';

/** A cue, and where in the text its sentence stands. */
export interface PlacedCue extends Omit<Cue, 'sentence'> {
  readonly paragraph: number;
  /** Within its paragraph; both count from 0. */
  readonly sentence: number;
}

/**
 * Finds each cue's sentence in the text as the server divided it. The order is the same on both sides.
 * @param paragraphs - paragraphs of sentences
 * @throws CliFault at the first cue that the server did not take as one sentence.
 */
export function matchCues(cues: readonly Cue[], paragraphs: readonly (readonly string[])[]): PlacedCue[] {
  const sentences = paragraphs.flatMap((paragraph, index) =>
    paragraph.map((text, sentence) => ({ text, place: { paragraph: index, sentence } })),
  );
  const placed = cues.map((cue, index) => {
    const found = sentences[index];
    if (found !== undefined && comparable(found.text) === comparable(cue.sentence))
      return { ...cue, ...found.place };
    throw badInputFault(
      `line ${cue.line}: "${cue.sentence}" is not one sentence of the text; the server reads "${found?.text ?? ''}" there. Give each sentence a line and times of its own.`,
    );
  });
  const extra = sentences[cues.length];
  if (extra === undefined) return placed;
  throw badInputFault(`the server reads one sentence more than the file has: "${extra.text}".`);
}

/** Letters may be composed differently on both sides and still be the same. */
function comparable(text: string): string {
  return oneLine(text.normalize('NFC'));
}
