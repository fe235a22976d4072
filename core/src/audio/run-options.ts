import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { AudioContainer } from '../session/audio-mime-type.js';
import { AudioToolError } from './audio-tool-error.js';
import type { BoxLimits } from './box.js';
import { demuxerOptions } from './demuxer-options.js';
import type { FfmpegRun } from './fluent.js';

/** A recording as it came, in the folder of a run. */
export interface SourceOfRun {
  readonly file: string;
  readonly container: AudioContainer;
  readonly byteLength: number;
}

/** The same bytes from the same build, whenever and wherever it runs: no dates, no random identifiers, no tags. */
export const bitExact = [
  '-fflags',
  '+bitexact',
  '-flags:a',
  '+bitexact',
  '-map_metadata',
  '-1',
  '-map_chapters',
  '-1',
];

/** How ffmpeg is to read a source. */
export function inputOf({ file, container }: SourceOfRun): FfmpegRun['input'] {
  return { file, options: ['-threads', '1', ...demuxerOptions(container)] };
}

/**
 * Bytes that an output may have (`-fs`): a copy is as large as its source; FLAC of a lossy source, two hours in stereo,
 * stays below a gigabyte.
 */
export function largestOutput({ byteLength }: SourceOfRun): number {
  return 2 ** 30 + 2 * byteLength;
}

/**
 * On one slow core the 2018 build needs 17 s of CPU for 10 minutes with cuts (35 times real time); this allows
 * four times that, and by the clock three times as much again, because the machine has other things to do.
 * @param seconds - of sound.
 */
export function limitsFor(seconds: number, mostBytes: number): BoxLimits {
  const cpuSeconds = 60 + seconds / 8;
  return {
    cpuSeconds,
    wallSeconds: cpuSeconds * 3,
    memoryBytes: 2 ** 30,
    // Above `-fs`, where the operating system would kill the run instead of ending it.
    fileBytes: mostBytes + 2 ** 24,
  };
}

/**
 * Looks whether a file was cut short: at `-fs` ffmpeg stops without a word and with exit code 0.
 * @throws AudioToolError when it is as large as it may be.
 */
export async function refuseCutShort(folder: string, file: string, mostBytes: number): Promise<void> {
  if ((await stat(path.join(folder, file))).size >= mostBytes) {
    throw new AudioToolError('output-limit', `${file} became larger than it may`);
  }
}
