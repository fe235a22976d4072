import { badInputFault } from '../cli-fault.js';
import type { Cue } from './cue.js';

/** Programs round the times that they write, and a file's last packet may be shorter than its label. */
const roundingSeconds = 0.05;

/**
 * Checks that the cues follow each other within the recording.
 * @param audioSeconds - length of the recording
 * @returns the cues, a last one that only rounding carries beyond the end cut at it
 * @throws CliFault that names the first line at fault.
 */
export function checkCues(cues: readonly Cue[], audioSeconds: number): Cue[] {
  if (cues.length === 0) throw badInputFault('there is no sentence in it.');
  let before: Cue | undefined;
  for (const cue of cues) {
    const { fromSeconds, toSeconds, line } = cue;
    if (fromSeconds < 0) throw badInputFault(`line ${line}: a time cannot be negative.`);
    if (toSeconds <= fromSeconds) {
      throw badInputFault(
        `line ${line}: the sentence ends (${toSeconds} s) before it begins (${fromSeconds} s).`,
      );
    }
    if (before !== undefined && fromSeconds < before.toSeconds) {
      throw badInputFault(
        `line ${line}: the sentence begins at ${fromSeconds} s, before the one of line ${before.line} ends (${before.toSeconds} s).`,
      );
    }
    if (toSeconds > audioSeconds + roundingSeconds || fromSeconds >= audioSeconds) {
      throw badInputFault(
        `line ${line}: the sentence ends at ${toSeconds} s, but the recording is only ${audioSeconds.toFixed(2)} s long.`,
      );
    }
    before = cue;
  }
  return cues.map((cue) => ({ ...cue, toSeconds: Math.min(cue.toSeconds, audioSeconds) }));
}
