import { keptRanges } from '../captions/cuts.js';
import type { TimeRange } from '../captions/time-range.js';
import { filterGraph } from './filter-graph.js';
import type { AudioTools } from './find-audio-tools.js';
import { runFfmpeg } from './fluent.js';
import type { MainFormat } from './main-format.js';
import {
  bitExact,
  inputOf,
  largestOutput,
  limitsFor,
  refuseCutShort,
  type SourceOfRun,
} from './run-options.js';
import { countedOutput, SampleCount } from './sample-count.js';

/** What main and light are made of, and where they go. File names are relative to `folder`. */
export interface Transcoding {
  readonly folder: string;
  readonly source: SourceOfRun;
  /** Seconds of the source by its packets. */
  readonly sourceSeconds: number;
  /** Seconds up to which the source is filled with silence; undefined where nothing is missing. */
  readonly padTo: number | undefined;
  /** In source time. Something must remain. */
  readonly cuts: readonly TimeRange[];
  /** Undefined: it is there, as a copy of the source. */
  readonly main: { readonly file: string; readonly format: MainFormat } | undefined;
  readonly light: { readonly file: string };
}

/**
 * Makes light, and main where something is cut or missing, in one run of ffmpeg.
 * @returns seconds of decoded sound in light, counted sample by sample: what a listener will hear.
 * @throws AudioToolError when ffmpeg failed or reached a limit; never a shorter file.
 */
export async function transcode(
  tools: AudioTools,
  { folder, source, sourceSeconds, padTo, cuts, main, light }: Transcoding,
  signal?: AbortSignal,
): Promise<{ readonly seconds: number }> {
  const mostBytes = largestOutput(source);
  const whole = padTo ?? sourceSeconds;
  const lightOptions = ['-map', '[light]', '-ac', '1', '-ar', '48000', '-c:a', 'libmp3lame', '-b:a', '64k'];
  const outputs = [
    ...(main === undefined
      ? []
      : [
          {
            file: main.file,
            options: ['-map', '[main]', ...main.format.encoder, ...ending(main.format.muxer, mostBytes)],
          },
        ]),
    { file: light.file, options: [...lightOptions, ...ending('mp3', mostBytes)] },
  ];
  const counted = new SampleCount();
  await runFfmpeg(tools, {
    folder,
    limits: limitsFor(whole, mostBytes),
    signal,
    input: inputOf(source),
    graph: filterGraph({
      kept: cuts.length === 0 ? undefined : openEnded(keptRanges(cuts, whole), whole),
      padTo,
      pads: { main: main === undefined ? undefined : 'main', light: 'light', counted: 'counted' },
    }),
    outputs,
    piped: {
      options: ['-map', '[counted]', ...countedOutput],
      onData: (chunk) => counted.push(chunk),
    },
  });
  for (const { file } of outputs) await refuseCutShort(folder, file, mostBytes);
  return { seconds: counted.seconds };
}

function ending(muxer: string, mostBytes: number): string[] {
  return [...bitExact, '-fs', String(mostBytes), '-f', muxer];
}

/** The last range is left open: a decoder may give some samples more than the packets said. */
function openEnded(kept: readonly TimeRange[], end: number): TimeRange[] {
  return kept.map((range) =>
    range.end === end ? { start: range.start, end: Number.POSITIVE_INFINITY } : range,
  );
}
