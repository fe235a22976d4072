import path from 'node:path';
import { containerFacts } from '@crowd-recital/core/audio/container.js';
import { mainFormat } from '@crowd-recital/core/audio/main-format.js';
import { transcode } from '@crowd-recital/core/audio/transcode.js';
import { finishedCues } from '@crowd-recital/core/captions/cues.js';
import { audioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import type { FinalisationResult } from '@crowd-recital/core/session/finalisation-commit.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import { longestRecording } from '@crowd-recital/core/session/session-limits.js';
import { checkDurations } from './check-durations.js';
import { concatenateSegments, sourceOffsets } from './concatenate-segments.js';
import type { FinalisationContext } from './finalisation-context.js';
import { planTimeline } from './plan-timeline.js';
import { readSource } from './read-source.js';
import { readableSource } from './readable-source.js';
import { describeArtifact, storeArtifact } from './store-artifact.js';
import { whatIsHeard } from './what-is-heard.js';
import { writeManifest } from './write-manifest.js';
import { writeTranscript } from './write-transcript.js';

/**
 * Makes all files of a session in a work folder and stages them below `<id>/.e<epoch>/`, the source before anything
 * is transcoded. Nothing of the row changes.
 * @throws NeedsAttentionError, or whatever went wrong.
 */
export async function makeArtifacts(
  { deps, claim, step, signal }: FinalisationContext,
  manifest: FinalisationManifest,
  folder: string,
): Promise<FinalisationResult> {
  const { store, tools } = deps;
  const { session } = manifest;
  const container = audioContainer(session.capture.mimeType);
  const sourceFile = `source.audio.${container}`;

  const { head } = await step('concatenate-segments', () =>
    concatenateSegments(store, manifest, path.join(folder, sourceFile), signal),
  );
  const source = await step('store-source', async () => {
    const artifact = await describeArtifact(folder, sourceFile, containerFacts(container).contentType);
    await storeArtifact(store, claim, folder, artifact);
    return artifact;
  });

  const readable = await step('find-readable', () => readableSource(folder, sourceFile, container, manifest));
  const scan = await step('read-source', () =>
    readSource(tools, { folder, file: readable, container, head }, signal),
  );
  const timeline = planTimeline(manifest, scan, longestRecording(deps.session));
  const format = mainFormat(scan.codec);
  const mainFile = `main.audio.${format.extension}`;
  const lightFile = 'light.audio.mp3';
  const { seconds: decodedSeconds } = await step('transcode', () =>
    transcode(
      tools,
      {
        folder,
        source: { file: readable, container, byteLength: source.byteLength },
        sourceSeconds: scan.end,
        padTo: timeline.padTo,
        holes: timeline.holes.length > 0,
        cuts: timeline.cuts,
        main: { file: mainFile, format },
        light: { file: lightFile },
      },
      signal,
    ),
  );
  await step('check-durations', () =>
    checkDurations(
      tools,
      {
        folder,
        main: mainFile,
        light: lightFile,
        decodedSeconds,
        expectedSeconds: timeline.expectedSeconds,
        sampleRate: scan.sampleRate,
        acceptIncomplete: session.acceptIncomplete,
      },
      signal,
    ),
  );

  const durationSeconds = Math.round(decodedSeconds * 1000) / 1000;
  const cues = finishedCues(manifest.textSegments, timeline.cuts, durationSeconds);
  const measured = await step('measure-audio', async () => ({
    main: await describeArtifact(folder, mainFile, format.contentType),
    light: await describeArtifact(folder, lightFile, 'audio/mpeg'),
  }));
  const made = {
    source,
    ...measured,
    transcript: await step('write-transcript', () => writeTranscript(folder, session.id, cues)),
  };
  const manifestFile = await step('write-manifest', () =>
    writeManifest(folder, { manifest, tools, scan, timeline, durationSeconds, cues, files: made }),
  );
  const files = { ...made, manifest: manifestFile };
  await step('stage-artifacts', async () => {
    for (const artifact of [files.main, files.light, files.transcript, files.manifest]) {
      await storeArtifact(store, claim, folder, artifact);
    }
  });
  return {
    artifacts: { store: store.kind, epoch: claim.epoch, files },
    durationSeconds,
    sourceOffsets: sourceOffsets(manifest),
    heard: whatIsHeard({ manifest, scan, timeline, cues, container, source }),
    attention: timeline.attention,
  };
}
