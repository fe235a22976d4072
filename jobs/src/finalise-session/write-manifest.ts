import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AudioTools } from '@crowd-recital/core/audio/find-audio-tools.js';
import type { PacketScan } from '@crowd-recital/core/audio/packet-list.js';
import type { Cue } from '@crowd-recital/core/captions/cues.js';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { Artifact, ArtifactName } from '@crowd-recital/core/session/finished-artifacts.js';
import { sourceOffsets } from './concatenate-segments.js';
import type { Timeline } from './plan-timeline.js';
import { describeArtifact } from './store-artifact.js';

/** Everything that manifest.json tells. */
export interface ManifestContent {
  readonly manifest: FinalisationManifest;
  readonly tools: AudioTools;
  readonly scan: PacketScan;
  readonly timeline: Timeline;
  /** Seconds of main and light. */
  readonly durationSeconds: number;
  readonly cues: readonly Cue[];
  readonly files: Readonly<Record<Exclude<ArtifactName, 'manifest'>, Artifact>>;
}

/** Raised whenever the meaning of a field changes. */
const manifestVersion = 1;

/**
 * Writes manifest.json into the work folder: what the files are, how they came about, and how to get from source time
 * to the time of main and light. Holds nothing that another run over the same content would tell otherwise (no epoch,
 * no time of day), so that its bytes are the same.
 */
export async function writeManifest(folder: string, content: ManifestContent): Promise<Artifact> {
  const fileName = 'manifest.json';
  await writeFile(path.join(folder, fileName), `${JSON.stringify(describe(content), null, 2)}\n`, 'utf8');
  return describeArtifact(folder, fileName, 'application/json');
}

function describe({
  manifest,
  tools,
  scan,
  timeline,
  durationSeconds,
  cues,
  files,
}: ManifestContent): unknown {
  const { session } = manifest;
  const revision = session.textRevision.getEntity();
  const document = revision.document.getEntity();
  return {
    version: manifestVersion,
    madeBy: { crowdRecital: applicationVersion(), ffmpeg: tools.ffmpegVersion },
    session: {
      id: session.id,
      startedAt: session.startedAt.toISOString(),
      endReason: session.endReason,
      recordedSeconds: session.recordedSeconds,
    },
    speaker: { id: session.user.id },
    text: {
      documentId: document.id,
      revisionId: revision.id,
      revision: revision.number,
      language: document.language,
    },
    capture: session.capture,
    durationSeconds,
    files,
    source: { codec: scan.codec, sampleRate: scan.sampleRate, durationSeconds: milliseconds(scan.end) },
    /** Seconds of source time. */
    cuts: timeline.cuts.map(inMilliseconds),
    holes: timeline.holes.map(inMilliseconds),
    silenceAddedUpTo: timeline.padTo ?? null,
    verdicts: {
      attention: timeline.attention,
      missingAudioSegments: manifest.missingAudio,
      missingTextSegments: manifest.missingText,
      jumpsBack: scan.jumpsBack,
    },
    readings: readings(manifest, cues),
    audioSegments: audioSegments(manifest),
  };
}

/** Every reading, discarded ones included; `cue` is where it lies in main and light, if anything of it is left. */
function readings({ textSegments }: FinalisationManifest, cues: readonly Cue[]): unknown[] {
  const cueOf = new Map(cues.map((cue) => [cue.sequence, { start: cue.start, end: cue.end }]));
  return textSegments.map(
    ({ sequence, paragraph, sentence, text, seekStart, seekEnd, discarded, skipReason }) => ({
      sequence,
      paragraph,
      sentence,
      text,
      source: { start: seekStart, end: seekEnd },
      discarded,
      skipReason: skipReason ?? null,
      cue: cueOf.get(sequence) ?? null,
    }),
  );
}

function audioSegments(manifest: FinalisationManifest): unknown[] {
  const offsets = sourceOffsets(manifest);
  return manifest.audioSegments.map(({ sequence, byteLength, sha256 }, index) => ({
    sequence,
    byteLength,
    sha256,
    sourceOffset: offsets[index]?.offset,
  }));
}

function inMilliseconds({ start, end }: { readonly start: number; readonly end: number }): unknown {
  return { start: milliseconds(start), end: milliseconds(end) };
}

/** Seconds to the millisecond: sums of binary fractions would show as 10.999999999. */
function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function applicationVersion(): string {
  const content: unknown = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'));
  if (typeof content === 'object' && content !== null && 'version' in content) return String(content.version);
  throw new Error('package.json tells no version.');
}
