import { LineReader } from './line-reader.js';

/** Hz at which samples are counted; each has one byte. */
const countedRate = 48_000;

/** A line that `framecrc` writes: stream, decoding time, time, duration, bytes, checksum. */
const frame = /^0, +-?\d+, +-?\d+, +\d+, +(\d+), 0x[\da-f]{8}/;

/** The filter in front of the output: frames of a second, so that there is a line for each second and not for each packet. */
export const countedFrames = `asetnsamples=n=${countedRate}:p=0`;

/**
 * Options of an output that goes to `SampleCount`: what its frames hold, and not the sound itself, which would be 350 MB an
 * hour through a pipe.
 */
export const countedOutput = [
  ...['-ac', '1', '-ar', String(countedRate), '-c:a', 'pcm_u8'],
  ...['-flush_packets', '0', '-f', 'framecrc'],
];

/** Counts the samples of an output made with `countedOutput`. */
export class SampleCount {
  #samples = 0;
  readonly #lines = new LineReader((line) => this.#add(line));

  /** @throws Error when it is no such output. */
  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  /** Seconds of sound so far. */
  get seconds(): number {
    return this.#samples / countedRate;
  }

  #add(line: string): void {
    if (line.startsWith('#')) return;
    const bytes = frame.exec(line)?.[1];
    if (bytes === undefined) throw new Error(`ffmpeg counts samples in another way: ${line.slice(0, 80)}`);
    this.#samples += Number(bytes);
  }
}
