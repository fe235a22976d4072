import type { Level, LevelVerdict } from './recital';

/** A peak this near to full scale is, or is about to be, clipped. */
const LOUD_PEAK = 0.97;
/** Loudest stretch of the last seconds below -42 dBFS: audible, but far below a good speaking level (-26 to -18). */
const QUIET_RMS = 0.008;
/** Below -66 dBFS there is only the noise of an open, or unplugged, input. */
const SILENT_RMS = 0.0005;
/** People pause between sentences; the verdict is about the loudest stretch of this many seconds. */
const MEMORY_SECONDS = 3;

/** Root mean square and peak of samples from -1 to 1. */
export function measure(samples: Float32Array): { rms: number; peak: number } {
  let sum = 0;
  let peak = 0;
  for (const sample of samples) {
    sum += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  return { rms: samples.length === 0 ? 0 : Math.sqrt(sum / samples.length), peak };
}

/** Judges a microphone by what it gave in the last seconds. Times are seconds of any steady clock. */
export class LevelJudge {
  private readonly recent: { at: number; rms: number; peak: number }[] = [];

  add(at: number, samples: Float32Array): Level {
    const { rms, peak } = measure(samples);
    this.recent.push({ at, rms, peak });
    while (this.recent[0] && this.recent[0].at < at - MEMORY_SECONDS) this.recent.shift();
    return { rms, peak, verdict: this.verdict() };
  }

  private verdict(): LevelVerdict {
    const rms = Math.max(...this.recent.map((reading) => reading.rms));
    const peak = Math.max(...this.recent.map((reading) => reading.peak));
    if (peak >= LOUD_PEAK) return 'loud';
    if (rms < SILENT_RMS) return 'silent';
    return rms < QUIET_RMS ? 'quiet' : 'good';
  }
}
