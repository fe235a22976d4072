import { copyMain } from '@crowd-recital/core/audio/copy-main.js';
import { mainFormat, type MainFormat } from '@crowd-recital/core/audio/main-format.js';
import type { PacketScan } from '@crowd-recital/core/audio/packet-list.js';
import type { AudioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import { longestRecording } from '@crowd-recital/core/session/session-limits.js';
import type { FinalisationContext } from './finalisation-context.js';
import { planTimeline, type Timeline } from './plan-timeline.js';
import { readSource } from './read-source.js';
import { readableSource } from './readable-source.js';
import { describeArtifact, storeArtifact } from './store-artifact.js';

/** The source in the work folder. */
export interface JoinedSource {
  readonly folder: string;
  readonly source: Artifact;
  readonly container: AudioContainer;
  /** Its first bytes. */
  readonly head: Uint8Array;
}

/** What is known of a source once it was read. */
export interface ReadSource {
  /** The file that ffmpeg is given. */
  readonly readable: string;
  readonly scan: PacketScan;
  readonly timeline: Timeline;
  readonly format: MainFormat;
  /** Main, staged; undefined: it has to be made together with light. */
  readonly copied: Artifact | undefined;
}

export function mainFileOf({ extension }: MainFormat): string {
  return `main.audio.${extension}`;
}

/**
 * Reads a source, plans what becomes of it, and makes and stages main if it holds the very packets of the source: a
 * moment's work, where light takes ten times as long.
 * @throws NeedsAttentionError, or whatever went wrong.
 */
export async function readAndCopy(
  { deps, claim, step, signal }: FinalisationContext,
  manifest: FinalisationManifest,
  { folder, source, container, head }: JoinedSource,
): Promise<ReadSource> {
  const { store, tools } = deps;
  const readable = await step('find-readable', () =>
    readableSource(folder, source.fileName, container, manifest),
  );
  const scan = await step('read-source', () =>
    readSource(tools, { folder, file: readable, container, head }, signal),
  );
  const timeline = planTimeline(manifest, scan, longestRecording(deps.session));
  const format = mainFormat(scan.codec);
  const read = { readable, scan, timeline, format };
  if (!isUncut(timeline)) return { ...read, copied: undefined };
  const file = mainFileOf(format);
  const input = { file: readable, container, byteLength: source.byteLength };
  await step('copy-main', () =>
    copyMain(tools, { folder, source: input, sourceSeconds: scan.end, main: { file, format } }, signal),
  );
  const copied = await step('stage-main', async () => {
    const artifact = await describeArtifact(folder, file, format.contentType);
    await storeArtifact(store, claim, folder, artifact);
    return artifact;
  });
  return { ...read, copied };
}

/** True when main may hold the very packets of the source: nothing is cut out of it and nothing is missing in it. */
function isUncut({ cuts, holes, padTo }: Timeline): boolean {
  return cuts.length === 0 && holes.length === 0 && padTo === undefined;
}
