import { stat } from 'node:fs/promises';
import path from 'node:path';
import { keptRanges } from '../captions/cuts.js';
import type { TimeRange } from '../captions/time-range.js';
import { AudioToolError } from './audio-tool-error.js';
import type { BoxLimits } from './box.js';
import type { AudioContainer } from '../session/audio-mime-type.js';
import { demuxerOptions } from './demuxer-options.js';
import { filterGraph } from './filter-graph.js';
import type { AudioTools } from './find-audio-tools.js';
import { runFfmpeg } from './fluent.js';
import type { MainFormat } from './main-format.js';

/** What main and light are made of, and where they go. File names are relative to `folder`. */
export interface Transcoding {
  readonly folder: string;
  readonly source: { readonly file: string; readonly container: AudioContainer; readonly byteLength: number };
  /** Seconds of the source by its packets. */
  readonly sourceSeconds: number;
  /** Seconds up to which the source is filled with silence; undefined where nothing is missing. */
  readonly padTo: number | undefined;
  /** The source has holes, which main has to hold as silence: it cannot be a copy then. */
  readonly holes: boolean;
  /** In source time. Something must remain. */
  readonly cuts: readonly TimeRange[];
  readonly main: { readonly file: string; readonly format: MainFormat };
  readonly light: { readonly file: string };
}

/** Hz of the stream that is only counted; each sample has two bytes. */
const measuredRate = 48_000;

/** The same bytes from the same build, whenever and wherever it runs: no dates, no random identifiers, no tags. */
const bitExact = [
  '-fflags',
  '+bitexact',
  '-flags:a',
  '+bitexact',
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
];

/**
 * Makes main and light in one run of ffmpeg.
 * @returns seconds of decoded sound in light, counted sample by sample: what a listener will hear.
 * @throws AudioToolError when ffmpeg failed or reached a limit; never a shorter file.
 */
export async function transcode(
  tools: AudioTools,
  job: Transcoding,
  signal?: AbortSignal,
): Promise<{ readonly seconds: number }> {
  const mostBytes = largestOutput(job);
  const whole = job.padTo ?? job.sourceSeconds;
  const copied = job.cuts.length === 0 && job.padTo === undefined && !job.holes;
  let bytes = 0;
  await runFfmpeg(tools, {
    folder: job.folder,
    limits: limitsFor(whole, mostBytes),
    signal,
    input: { file: job.source.file, options: ['-threads', '1', ...demuxerOptions(job.source.container)] },
    graph: filterGraph({
      kept: job.cuts.length === 0 ? undefined : openEnded(keptRanges(job.cuts, whole), whole),
      padTo: job.padTo,
      pads: { main: copied ? undefined : 'main', light: 'light', measured: 'measured' },
    }),
    outputs: [
      {
        file: job.main.file,
        options: [
          ...(copied ? ['-map', '0:a:0', '-c:a', 'copy'] : ['-map', '[main]', ...job.main.format.encoder]),
          ...bitExact,
          ...['-fs', String(mostBytes), '-f', job.main.format.muxer],
        ],
      },
      {
        file: job.light.file,
        options: [
          ...['-map', '[light]', '-ac', '1', '-ar', '48000', '-c:a', 'libmp3lame', '-b:a', '64k'],
          ...bitExact,
          ...['-fs', String(mostBytes), '-f', 'mp3'],
        ],
      },
    ],
    piped: {
      options: ['-map', '[measured]', '-ac', '1', '-ar', String(measuredRate), '-f', 's16le'],
      onData: (chunk) => {
        bytes += chunk.length;
      },
    },
  });
  for (const { file } of [job.main, job.light]) {
    // At `-fs` ffmpeg stops without a word and with exit code 0.
    if ((await stat(path.join(job.folder, file))).size >= mostBytes) {
      throw new AudioToolError('output-limit', `${file} became larger than it may`);
    }
  }
  return { seconds: bytes / 2 / measuredRate };
}

/** The last range is left open: a decoder may give some samples more than the packets said. */
function openEnded(kept: readonly TimeRange[], end: number): TimeRange[] {
  return kept.map((range) =>
    range.end === end ? { start: range.start, end: Number.POSITIVE_INFINITY } : range,
  );
}

/** Bytes: a copy is as large as its source; FLAC of a lossy source, two hours in stereo, stays below a gigabyte. */
function largestOutput(job: Transcoding): number {
  return 2 ** 30 + 2 * job.source.byteLength;
}

/**
 * On one slow core the 2018 build needs 17 s of CPU for 10 minutes with cuts (35 times real time); this allows
 * four times that, and by the clock three times as much again, because the machine has other things to do.
 */
function limitsFor(seconds: number, mostBytes: number): BoxLimits {
  const cpuSeconds = 60 + seconds / 8;
  return {
    cpuSeconds,
    wallSeconds: cpuSeconds * 3,
    memoryBytes: 2 ** 30,
    // Above `-fs`, where the operating system would kill the run instead of ending it.
    fileBytes: mostBytes + 2 ** 24,
  };
}
