import { integratedLoudness, LOUDNESS_SAMPLE_RATE } from './loudness';

/** What is wrong with a take; each has words that say what to change. */
export type Finding = 'silent' | 'short' | 'clipped' | 'loud' | 'quiet' | 'noisy';

/** A test recording in figures. */
export interface TakeFigures {
  seconds: number;
  /** Largest sample, in dBFS */
  peak: number;
  /** Of the voice, in LUFS */
  loudness: number;
  /** What is left between the words, in dBFS */
  noiseFloor: number;
  /** Share of the samples that reach full scale, from 0 to 1 */
  clipped: number;
}

/** The lowest value that is told; also of digital silence. */
const BOTTOM_DB = -100;
/** Below it there is only the noise of an open, or unplugged, input. */
const SILENT_PEAK_DB = -60;
export const SHORT_SECONDS = 2;
/** Codecs round clipped peaks off a little. */
const FULL_SCALE = 0.98;
/** Ten samples of a second: a single one may be chance. */
const CLIPPED_SHARE = 10 / LOUDNESS_SAMPLE_RATE;
/** Speech that is printed as audio books lies between -23 and -16 LUFS; raw voices may be well below. */
const LOUD_LUFS = -12;
const QUIET_LUFS = -38;
/** Noise below -50 dBFS disturbs nobody, nor does one that lies 15 dB below the voice, as for speech synthesis. */
const NOISE_FLOOR_DB = -50;
const LEAST_SIGNAL_TO_NOISE_DB = 15;
/** 50 ms: shorter than any gap between words. */
const FRAME = LOUDNESS_SAMPLE_RATE / 20;
/** A tenth of speech lies between its words. */
const FLOOR_SHARE = 0.1;

/** Measures a whole take of one channel, at 48 kHz. */
export function measureTake(samples: Float32Array): TakeFigures {
  const largest = samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  const full = samples.reduce((count, sample) => count + (Math.abs(sample) >= FULL_SCALE ? 1 : 0), 0);
  return {
    seconds: samples.length / LOUDNESS_SAMPLE_RATE,
    peak: decibels(largest),
    loudness: Math.max(BOTTOM_DB, integratedLoudness(samples)),
    noiseFloor: decibels(noiseFloor(samples)),
    clipped: samples.length === 0 ? 0 : full / samples.length,
  };
}

/** What should be changed, the most pressing first; empty: nothing. */
export function judgeTake(take: TakeFigures): Finding[] {
  if (take.seconds < SHORT_SECONDS) return ['short'];
  if (take.peak < SILENT_PEAK_DB) return ['silent'];
  const findings: Finding[] = [];
  if (take.clipped > CLIPPED_SHARE) findings.push('clipped');
  else if (take.loudness > LOUD_LUFS) findings.push('loud');
  if (take.loudness < QUIET_LUFS) findings.push('quiet');
  const signalToNoise = take.loudness - take.noiseFloor;
  if (take.noiseFloor > NOISE_FLOOR_DB && signalToNoise < LEAST_SIGNAL_TO_NOISE_DB) findings.push('noisy');
  return findings;
}

/** Root mean square of the frames between the words. */
function noiseFloor(samples: Float32Array): number {
  const levels: number[] = [];
  for (let start = 0; start + FRAME <= samples.length; start += FRAME) {
    const power = samples.subarray(start, start + FRAME).reduce((sum, value) => sum + value * value, 0);
    levels.push(Math.sqrt(power / FRAME));
  }
  levels.sort((a, b) => a - b);
  return levels[Math.floor(levels.length * FLOOR_SHARE)] ?? 0;
}

function decibels(amplitude: number): number {
  return Math.max(BOTTOM_DB, 20 * Math.log10(amplitude));
}
