/** How well sentences were told apart: ends that were found, ends that were missed, ends where there are none. */
export interface SegmentationScore {
  readonly passages: number;
  readonly precision: number;
  readonly recall: number;
  /** Passages that were not cut as they should be. */
  readonly wrong: readonly string[];
}

/**
 * Measures a way to tell sentences apart by passages whose sentences are set apart by `|`. Ends are compared by how
 * many characters that are no white space stand before them; the end of a passage does not count.
 */
export function measureSegmentation(
  passages: readonly string[],
  split: (paragraph: string) => readonly string[],
): SegmentationScore {
  let [found, missed, invented] = [0, 0, 0];
  const wrong: string[] = [];
  for (const passage of passages) {
    const sentences = passage.split('|');
    const cut = split(sentences.join(' '));
    const [wanted, given] = [new Set(ends(sentences)), new Set(ends(cut))];
    const right = [...given].filter((end) => wanted.has(end)).length;
    found += right;
    invented += given.size - right;
    missed += wanted.size - right;
    if (right < given.size || right < wanted.size) wrong.push(cut.join(' | '));
  }
  const precision = found / Math.max(1, found + invented);
  return { passages: passages.length, precision, recall: found / Math.max(1, found + missed), wrong };
}

function ends(sentences: readonly string[]): number[] {
  let length = 0;
  return sentences.slice(0, -1).map((sentence) => (length += sentence.replace(/\s/gu, '').length));
}
