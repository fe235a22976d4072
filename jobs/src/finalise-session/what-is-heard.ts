import { createHash } from 'node:crypto';
import type { PacketScan } from '@crowd-recital/core/audio/packet-list.js';
import type { Cue } from '@crowd-recital/core/captions/cues.js';
import type { HeardReading } from '@crowd-recital/core/review/carry-reviews-over.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { Timeline } from './plan-timeline.js';

/** Containers whose packets carry their times: a part that is missing leaves a hole and moves nothing. */
const timed: readonly AudioContainer[] = ['webm', 'ogg', 'mp4'];

/**
 * What tells of each reading that has a cue whether it sounds as before: its words, its time in the recording and the
 * silence in it that stands for missing parts. Where it lies in the finished audio is left out, since cutting another
 * sentence moves it. In containers without times a missing part moves all that follows: there the source itself counts.
 */
export function whatIsHeard({
  manifest,
  scan,
  timeline,
  cues,
  container,
  source,
}: {
  readonly manifest: Pick<FinalisationManifest, 'textSegments'>;
  readonly scan: Pick<PacketScan, 'end'>;
  readonly timeline: Pick<Timeline, 'holes' | 'padTo'>;
  readonly cues: readonly Pick<Cue, 'sequence'>[];
  readonly container: AudioContainer;
  readonly source: Pick<Artifact, 'sha256'>;
}): HeardReading[] {
  const audible = new Set(cues.map(({ sequence }) => sequence));
  const end = timeline.padTo ?? scan.end;
  const silences = [...timeline.holes, { start: scan.end, end }];
  return manifest.textSegments
    .filter(({ sequence }) => audible.has(sequence))
    .map(({ sequence, text, seekStart, seekEnd }) => {
      const last = Math.min(seekEnd, end);
      const silent = silences
        .map((silence) => [Math.max(silence.start, seekStart), Math.min(silence.end, last)] as const)
        .filter(([from, to]) => to > from);
      const facts = [text, seekStart, last, silent, timed.includes(container) ? null : source.sha256];
      return {
        sequence,
        heard: createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32),
      };
    });
}
