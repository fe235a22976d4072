import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { AudioTools } from '../src/audio/find-audio-tools.js';
import type { AudioContainer } from '../src/session/audio-mime-type.js';
import { voiceFile } from './voice.js';

const run = promisify(execFile);

/** How a recorder or a program would have written the voice. WebM and MP4 as they come live: without a length, in fragments. */
const encodings: Readonly<Record<AudioContainer | 'vorbis', readonly string[]>> = {
  webm: ['-c:a', 'libopus', '-b:a', '64k', '-f', 'webm', '-live', '1', '-cluster_time_limit', '1000'],
  vorbis: ['-c:a', 'libvorbis', '-f', 'webm', '-live', '1'],
  ogg: ['-c:a', 'libopus', '-f', 'ogg'],
  mp4: ['-c:a', 'aac', '-f', 'mp4', '-movflags', 'empty_moov+default_base_moof', '-frag_duration', '1000000'],
  wav: ['-c:a', 'pcm_s16le', '-f', 'wav'],
  flac: ['-c:a', 'flac', '-f', 'flac'],
  mp3: ['-c:a', 'libmp3lame', '-f', 'mp3'],
};

/**
 * The voice, or another sound, as bytes of a container.
 * @param input - what ffmpeg reads instead of the voice: options and `-i`.
 */
export async function encodeSound(
  tools: AudioTools,
  encoding: AudioContainer | 'vorbis',
  input: readonly string[] = ['-i', voiceFile],
): Promise<Buffer> {
  // Through a pipe, as a recorder has it: nothing can be written into the header afterwards.
  const args = ['-nostdin', '-v', 'error', ...input, '-map', '0:a:0', ...encodings[encoding], 'pipe:1'];
  const { stdout } = await run(tools.ffmpeg, args, { encoding: 'buffer', maxBuffer: 2 ** 30 });
  return stdout;
}

/** Hz of decoded sound; enough for a voice. */
export const decodedRate = 8_000;

/** The samples of a file, mono. */
export async function decodeSound(tools: AudioTools, file: string): Promise<Float32Array> {
  const filters = ['-af', 'aresample=async=1:first_pts=0', '-ac', '1', '-ar', String(decodedRate)];
  const args = ['-nostdin', '-v', 'error', '-i', file, ...filters, '-f', 'f32le', 'pipe:1'];
  const { stdout } = await run(tools.ffmpeg, args, { encoding: 'buffer', maxBuffer: 2 ** 30 });
  return new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
}

/** Samples of a part of a sound. */
export function part(sound: Float32Array, from: number, to: number): Float32Array {
  return sound.slice(Math.round(from * decodedRate), Math.round(to * decodedRate));
}

/**
 * How alike two sounds are: normalised cross-correlation (1: the same but for loudness) at the best shift.
 * @param within - seconds by which the second may be shifted either way.
 */
export function likeness(a: Float32Array, b: Float32Array, within = 0.05): number {
  const reach = Math.round(within * decodedRate);
  let best = 0;
  for (let shift = -reach; shift <= reach; shift += 1) {
    const last = Math.min(a.length, b.length - shift);
    let product = 0;
    for (let index = Math.max(0, -shift); index < last; index += 1) {
      product += (a[index] ?? 0) * (b[index + shift] ?? 0);
    }
    best = Math.max(best, product);
  }
  return best / Math.max(Math.sqrt(energy(a) * energy(b)), Number.MIN_VALUE);
}

function energy(sound: Float32Array): number {
  return sound.reduce((sum, sample) => sum + sample * sample, 0);
}

/** Loudness of a sound: root mean square. */
export function loudness(sound: Float32Array): number {
  return Math.sqrt(energy(sound) / Math.max(sound.length, 1));
}
