import path from 'node:path';
import { containerFacts } from '@crowd-recital/core/audio/container.js';
import { finishedCues } from '@crowd-recital/core/captions/cues.js';
import { audioContainer } from '@crowd-recital/core/session/audio-mime-type.js';
import type { FinalisationResult } from '@crowd-recital/core/session/finalisation-commit.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import { checkDurations } from './check-durations.js';
import { concatenateSegments, sourceOffsets } from './concatenate-segments.js';
import type { FinalisationContext } from './finalisation-context.js';
import { letBeHeard } from './let-be-heard.js';
import { mainFileOf, readAndCopy } from './read-and-copy.js';
import { sideBySide } from './side-by-side.js';
import { describeArtifact, storeArtifact } from './store-artifact.js';
import { transcodeAndLook } from './transcode-and-look.js';
import { whatIsHeard } from './what-is-heard.js';
import { writeManifest } from './write-manifest.js';
import { writeTranscript } from './write-transcript.js';

/**
 * Makes all files of a session in a work folder and stages them below `<id>/.e<epoch>/`, the source before anything
 * is decoded, and an uncut main before light. Nothing of the row changes but that main can be heard early.
 * @throws NeedsAttentionError, or whatever went wrong.
 */
export async function makeArtifacts(
  context: FinalisationContext,
  manifest: FinalisationManifest,
  folder: string,
): Promise<FinalisationResult> {
  const { deps, claim, step, signal } = context;
  const { store, tools } = deps;
  const { session } = manifest;
  const container = audioContainer(session.capture.mimeType);
  const sourceFile = `source.audio.${container}`;

  const { head, byteLength, sha256 } = await step('concatenate-segments', () =>
    concatenateSegments(store, manifest, path.join(folder, sourceFile), signal),
  );
  const { contentType } = containerFacts(container);
  const source = { fileName: sourceFile, contentType, byteLength, sha256 };
  const [, { readable, scan, timeline, format, copied }] = await sideBySide(
    step('store-source', () => storeArtifact(store, claim, folder, source)),
    readAndCopy(context, manifest, { folder, source, container, head }),
  );
  if (copied !== undefined) await letBeHeard(context, manifest, copied, scan.end);
  const mainFile = mainFileOf(format);
  const lightFile = 'light.audio.mp3';
  const { seconds: decodedSeconds } = await step('transcode', () =>
    transcodeAndLook(
      tools,
      {
        folder,
        source: { file: readable, container, byteLength },
        sourceSeconds: scan.end,
        padTo: timeline.padTo,
        cuts: timeline.cuts,
        main: copied === undefined ? { file: mainFile, format } : undefined,
        light: { file: lightFile },
      },
      copied && { folder, main: mainFile, seconds: scan.end, sampleRate: scan.sampleRate },
      signal,
    ),
  );
  await step('check-durations', () =>
    checkDurations(
      tools,
      {
        folder,
        main: copied === undefined ? mainFile : undefined,
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
    main: copied ?? (await describeArtifact(folder, mainFile, format.contentType)),
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
    const unstaged = [files.main, files.light, files.transcript, files.manifest];
    for (const artifact of unstaged.filter((each) => each !== copied)) {
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
