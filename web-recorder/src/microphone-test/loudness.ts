/** Coefficients of the two filters of K-weighting at 48 kHz, from ITU-R BS.1770-5, tables 1 and 2. */
const HEAD = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
const LOW_CUT = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

/** The only sample rate for which the standard gives coefficients. */
export const LOUDNESS_SAMPLE_RATE = 48_000;
const BLOCK = 0.4 * LOUDNESS_SAMPLE_RATE;
const STEP = BLOCK / 4;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/**
 * How loud one channel is to the ear, in LUFS, pauses left out: the integrated loudness of ITU-R BS.1770-5.
 * @param samples from -1 to 1, at 48 kHz
 * @returns -Infinity for silence, and for less than 0.4 s
 */
export function integratedLoudness(samples: Float32Array): number {
  const powers = blockPowers(filter(filter(samples, HEAD), LOW_CUT));
  const audible = powers.filter((power) => loudnessOf(power) > ABSOLUTE_GATE);
  const gate = loudnessOf(mean(audible)) + RELATIVE_GATE;
  return loudnessOf(mean(audible.filter((power) => loudnessOf(power) > gate)));
}

function filter(samples: Float32Array | Float64Array, { b, a }: typeof HEAD): Float64Array {
  const [b0 = 0, b1 = 0, b2 = 0] = b;
  const [a1 = 0, a2 = 0] = a;
  const filtered = new Float64Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  samples.forEach((x, index) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    filtered[index] = y;
  });
  return filtered;
}

function blockPowers(samples: Float64Array): number[] {
  const powers: number[] = [];
  for (let start = 0; start + BLOCK <= samples.length; start += STEP) {
    powers.push(
      samples.subarray(start, start + BLOCK).reduce((sum, value) => sum + value * value, 0) / BLOCK,
    );
  }
  return powers;
}

function loudnessOf(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
