import type { Level, LevelVerdict } from './recital';

/** A peak this near to full scale is, or is about to be, clipped. */
const LOUD_PEAK = 0.97;
/** Loudest stretch of the last seconds below -42 dBFS: audible, but far below a good speaking level (-26 to -18). */
const QUIET_RMS = 0.008;
/** Below -66 dBFS there is only the noise of an open, or unplugged, input. */
const SILENT_RMS = 0.0005;
/** People pause between sentences; the verdict is about the loudest stretch of this many seconds. */
const MEMORY_SECONDS = 3;
/** What is heard between the words needs a longer look: nobody breathes every three seconds. */
const FLOOR_MEMORY_SECONDS = 10;
/** A tenth of speech lies between its words; the loudest of that tenth is taken for the noise of the room. */
const FLOOR_SHARE = 0.1;
/** Noise below -50 dBFS disturbs nobody. */
const NOISE_FLOOR_RMS = 0.0032;
/** Voices for speech synthesis are wanted at least 15 dB above the noise. */
const VOICE_OVER_NOISE = 10 ** (15 / 20);

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
  private readonly heard: { at: number; rms: number; peak: number }[] = [];

  add(at: number, samples: Float32Array): Level {
    const { rms, peak } = measure(samples);
    this.heard.push({ at, rms, peak });
    while (this.heard[0] && this.heard[0].at < at - FLOOR_MEMORY_SECONDS) this.heard.shift();
    return { rms, peak, verdict: this.verdict(at) };
  }

  private verdict(now: number): LevelVerdict {
    const recent = this.heard.filter(({ at }) => at >= now - MEMORY_SECONDS);
    const rms = Math.max(...recent.map((reading) => reading.rms));
    const peak = Math.max(...recent.map((reading) => reading.peak));
    if (peak >= LOUD_PEAK) return 'loud';
    if (rms < SILENT_RMS) return 'silent';
    if (this.isNoisy(now, rms)) return 'noisy';
    return rms < QUIET_RMS ? 'quiet' : 'good';
  }

  private isNoisy(now: number, voice: number): boolean {
    const first = this.heard[0];
    if (!first || now - first.at < FLOOR_MEMORY_SECONDS / 2) return false;
    const sorted = this.heard.map(({ rms }) => rms).sort((a, b) => a - b);
    const floor = sorted[Math.floor(sorted.length * FLOOR_SHARE)] ?? 0;
    return floor > NOISE_FLOOR_RMS && voice < floor * VOICE_OVER_NOISE;
  }
}
