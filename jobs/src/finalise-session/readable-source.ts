import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { wholePages } from '@crowd-recital/core/audio/ogg-pages.js';
import { wholeFragments } from '@crowd-recital/core/audio/mp4-fragments.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import { sourceOffsets } from './concatenate-segments.js';
import { NeedsAttentionError } from './needs-attention-error.js';

/** Containers whose packets tell no times: behind a hole in the middle nobody can say where a sentence lies. */
const withoutTimes: readonly AudioContainer[] = ['wav', 'mp3'];

/** Containers of which a broken part leads a reader astray, and what leaves it out. The others are found into again. */
const menders: Readonly<Partial<Record<AudioContainer, (runs: readonly Buffer[]) => Buffer>>> = {
  mp4: wholeFragments,
  ogg: wholePages,
};

/**
 * The file that ffmpeg is given instead of the source, when an admin has accepted that segments are missing.
 * @returns its name in the folder: the source's own where nothing had to be done.
 * @throws NeedsAttentionError when what is there cannot be put in its place.
 */
export async function readableSource(
  folder: string,
  sourceFile: string,
  container: AudioContainer,
  manifest: FinalisationManifest,
): Promise<string> {
  const edges = edgesOfHoles(manifest);
  if (edges.length === 0) return sourceFile;
  if (withoutTimes.includes(container)) {
    throw new NeedsAttentionError(
      'missing-segments',
      `What is missing lies in the middle, and ${container} keeps no times: what follows has no place.`,
    );
  }
  const mend = menders[container];
  if (mend === undefined) return sourceFile;
  const runs = runsOf(await readFile(path.join(folder, sourceFile)), edges);
  const readable = `readable.${container}`;
  await writeFile(path.join(folder, readable), mend(runs), { mode: 0o600 });
  return readable;
}

/** Offsets in the source at which something is missing, its end left out. */
function edgesOfHoles(manifest: FinalisationManifest): number[] {
  const { audioSegments } = manifest;
  return sourceOffsets(manifest)
    .filter(({ sequence }, index) => index > 0 && sequence !== (audioSegments[index - 1]?.sequence ?? 0) + 1)
    .map(({ offset }) => offset);
}

function runsOf(bytes: Buffer, edges: readonly number[]): Buffer[] {
  const starts = [0, ...edges];
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
}
