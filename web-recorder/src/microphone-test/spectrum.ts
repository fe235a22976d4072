import { powerSpectrum } from './fourier';

const FRAME = 2048;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 12_000;
/** What is shown as nothing and as full, in decibels of full scale. */
const QUIETEST_DB = -100;
const LOUDEST_DB = -20;

/** Where the bars of `spectrumBars` begin and end, in Hz. */
export const spectrumRange = { lowest: LOWEST_HZ, highest: HIGHEST_HZ } as const;

/**
 * How loud a take is from low to high tones, on the average: equal steps of pitch, each from 0 (silent) to 1.
 * @param samples from -1 to 1
 */
export function spectrumBars(samples: Float32Array, sampleRate: number, bars: number): number[] {
  const power = averagePower(samples);
  const edge = (bar: number) => LOWEST_HZ * (HIGHEST_HZ / LOWEST_HZ) ** (bar / bars);
  const binOf = (hertz: number) => (hertz * FRAME) / sampleRate;
  return Array.from({ length: bars }, (_, bar) => {
    const first = Math.floor(binOf(edge(bar)));
    const end = Math.max(first + 1, Math.ceil(binOf(edge(bar + 1))));
    const sum = power.slice(first, end).reduce((total, value) => total + value, 0);
    const decibels = 10 * Math.log10(Math.max(sum, 1e-12));
    return Math.min(1, Math.max(0, (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
  });
}

function averagePower(samples: Float32Array): Float64Array {
  const sum = new Float64Array(FRAME / 2);
  let frames = 0;
  for (let start = 0; start + FRAME <= samples.length; start += FRAME) {
    // Hann: without a window every tone would smear over all the others.
    const frame = samples
      .slice(start, start + FRAME)
      .map((sample, index) => sample * (1 - Math.cos((2 * Math.PI * index) / FRAME)));
    powerSpectrum(frame).forEach((value, bin) => (sum[bin] = (sum[bin] ?? 0) + value));
    frames += 1;
  }
  return sum.map((value) => value / Math.max(1, frames));
}
