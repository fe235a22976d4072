/** A loudest part below this (-26 dBFS) is noise or a whisper, and is not drawn as if it were a voice. */
const QUIETEST_VOICE = 0.05;

/**
 * The outline of a sound: the largest amplitude of each of `count` equal parts, from 0 to 1, against the loudest part
 * of the whole (so that a quiet voice is seen too).
 * @param samples from -1 to 1
 */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const peaks = Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part * samples.length) / count);
    const to = Math.floor(((part + 1) * samples.length) / count);
    return samples.subarray(from, to).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  });
  const loudest = Math.max(QUIETEST_VOICE, ...peaks);
  return peaks.map((peak) => peak / loudest);
}
