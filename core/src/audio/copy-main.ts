import type { AudioTools } from './find-audio-tools.js';
import { runFfmpeg } from './fluent.js';
import { bitExact, inputOf, largestOutput, limitsFor, refuseCutShort } from './run-options.js';
import type { Transcoding } from './transcode.js';

/** A recording of which nothing is cut and nothing is missing. */
export type Copying = Pick<Transcoding, 'folder' | 'source' | 'sourceSeconds'> & {
  readonly main: NonNullable<Transcoding['main']>;
};

/**
 * Makes main of a recording that stays as it came: its packets, in a container in which players can seek. Nothing is
 * decoded, so it takes a fraction of what light takes.
 * @throws AudioToolError when ffmpeg failed or reached a limit; never a shorter file.
 */
export async function copyMain(tools: AudioTools, job: Copying, signal?: AbortSignal): Promise<void> {
  const { folder, source, sourceSeconds, main } = job;
  const mostBytes = largestOutput(source);
  await runFfmpeg(tools, {
    folder,
    limits: limitsFor(sourceSeconds, mostBytes),
    signal,
    input: inputOf(source),
    outputs: [
      {
        file: main.file,
        options: [
          ...['-map', '0:a:0', '-c:a', 'copy', ...bitExact],
          ...['-fs', String(mostBytes), '-f', main.format.muxer],
        ],
      },
    ],
  });
  await refuseCutShort(folder, main.file, mostBytes);
}
