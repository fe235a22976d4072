import type { PacketScan } from '@crowd-recital/core/audio/packet-list.js';
import { cutsOf, keptRanges, totalSeconds } from '@crowd-recital/core/captions/cuts.js';
import type { TimeRange } from '@crowd-recital/core/captions/time-range.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { SessionAttention } from '@crowd-recital/core/session/recital-session.entity.js';
import { NeedsAttentionError } from './needs-attention-error.js';

/** What main and light will hold, in source time, and what is to be said of it. */
export interface Timeline {
  /** Ascending, apart, all of them inside the recording. */
  readonly cuts: readonly TimeRange[];
  /** Parts of the source that hold no packets: silence in main and light. */
  readonly holes: readonly TimeRange[];
  /** Seconds up to which silence is added; undefined where nothing is missing at the end. */
  readonly padTo: number | undefined;
  /** Seconds that main and light should have. */
  readonly expectedSeconds: number;
  /** Finished, and yet an admin should look at it. */
  readonly attention: SessionAttention | null;
}

/** Less than this is no recording. Seconds. */
const shortest = 0.05;

/**
 * How far the recorder's own count may be from the packets' times. They run on one clock, but the encoder rounds
 * to packets (up to 60 ms) at the stop and at every pause, and other programs count by their own rules. Lost slices
 * show as holes, so this is only for clocks that went astray. Seconds of `recorded` seconds.
 */
function clockTolerance(recorded: number): number {
  return 0.5 + recorded * 0.001;
}

/**
 * Decides what becomes of a recording, by what its packets, its recorder and its sentences say of time.
 * @param longest - seconds beyond which no recording is believed.
 * @throws NeedsAttentionError when what would come out is shorter than what was recorded, or in disorder, and no admin
 *   has accepted that; or when nothing would be left of it.
 */
export function planTimeline(
  { session, textSegments }: Pick<FinalisationManifest, 'session' | 'textSegments'>,
  scan: PacketScan,
  longest: number,
): Timeline {
  const recorded = session.recordedSeconds ?? undefined;
  const accepted = session.acceptIncomplete;
  if (scan.end > longest) throw mismatch(`It is ${scan.end} s long; no recital is longer than ${longest} s.`);
  if (!accepted) {
    if (scan.jumpsBack > 0) throw mismatch(`Its packets are in disorder (${scan.jumpsBack} jumps back).`);
    if (recorded !== undefined && scan.end < recorded - clockTolerance(recorded)) {
      throw mismatch(`${scan.end} s of audio came of ${recorded} s that were recorded.`);
    }
  }
  const padTo = accepted && recorded !== undefined && recorded > scan.end ? recorded : undefined;
  const whole = padTo ?? scan.end;
  const kept = keptRanges(cutsOf(textSegments), whole);
  const expectedSeconds = totalSeconds(kept);
  if (expectedSeconds < shortest) {
    throw new NeedsAttentionError('no-sentences', 'Nothing is left of it: everything was discarded.');
  }
  return {
    cuts: insideOf(cutsOf(textSegments), whole),
    holes: scan.holes,
    padTo,
    expectedSeconds,
    attention: attentionOf(),
  };

  function attentionOf(): SessionAttention | null {
    const read = textSegments.filter((reading) => !reading.discarded);
    if (read.length === 0) return 'no-sentences';
    if (accepted) return null;
    const tooLong = recorded !== undefined && scan.end > recorded + clockTolerance(recorded);
    const beyond = read.some((reading) => reading.seekEnd > whole + clockTolerance(whole));
    return tooLong || beyond || scan.holes.length > 0 ? 'duration-mismatch' : null;
  }
}

function insideOf(cuts: readonly TimeRange[], whole: number): TimeRange[] {
  return cuts
    .filter((cut) => cut.start < whole)
    .map((cut) => ({ start: cut.start, end: Math.min(cut.end, whole) }));
}

function mismatch(message: string): NeedsAttentionError {
  return new NeedsAttentionError('duration-mismatch', message);
}
