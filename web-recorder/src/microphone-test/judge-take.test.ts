import { describe, expect, it, test } from 'vitest';
import { judgeTake, measureTake, type Finding } from './judge-take';
import { integratedLoudness } from './loudness';
import { spectrumBars, spectrumRange } from './spectrum';

const RATE = 48_000;
const tone = (seconds: number, amplitude: number, hertz = 997) =>
  Float32Array.from(
    { length: seconds * RATE },
    (_, index) => amplitude * Math.sin((2 * Math.PI * hertz * index) / RATE),
  );

/** Words of 300 ms, and 200 ms of noise between them. */
function speech(voice: number, noise: number, seconds = 6): Float32Array {
  return Float32Array.from({ length: seconds * RATE }, (_, index) => {
    const isWord = (index / RATE) % 0.5 < 0.3;
    return (isWord ? voice : noise) * Math.sin((2 * Math.PI * 440 * index) / RATE);
  });
}

describe('loudness', () => {
  test('a tone of 997 Hz at full scale is -3.01 LUFS, as the standard says', () =>
    expect(integratedLoudness(tone(2, 1))).toBeCloseTo(-3.01, 1));

  test('ten times weaker is 20 LU less, and silence after it changes nothing', () => {
    const quiet = tone(2, 0.1);
    expect(integratedLoudness(quiet)).toBeCloseTo(-23.01, 1);
    const withSilence = new Float32Array(6 * RATE);
    withSilence.set(quiet);
    expect(integratedLoudness(withSilence)).toBeCloseTo(-23.01, 0);
  });

  test('of silence, and of next to nothing, is -Infinity', () => {
    expect(integratedLoudness(new Float32Array(RATE))).toBe(-Infinity);
    expect(integratedLoudness(new Float32Array(10))).toBe(-Infinity);
  });
});

describe('the figures of a take', () => {
  it('are its peak, loudness, noise between the words and clipped share', () => {
    const figures = measureTake(speech(0.1, 0.001));
    expect(figures.seconds).toBe(6);
    expect(figures.peak).toBeCloseTo(-20, 1);
    expect(figures.noiseFloor).toBeCloseTo(-63, 0);
    expect(figures.clipped).toBe(0);
    expect(figures.loudness).toBeGreaterThan(-28);
  });

  it('of nothing at all are figures too', () =>
    expect(measureTake(new Float32Array())).toEqual({
      seconds: 0,
      peak: -100,
      loudness: -100,
      noiseFloor: -100,
      clipped: 0,
    }));
});

describe('the verdict on a take', () => {
  it.each<[string, Float32Array, Finding[]]>([
    ['a good voice in a quiet room', speech(0.15, 0.0005), []],
    ['a good voice over some noise', speech(0.3, 0.01), []],
    ['digital silence', new Float32Array(6 * RATE), ['silent']],
    ['one word', speech(0.15, 0.0005, 1), ['short']],
    ['nothing at all', new Float32Array(), ['short']],
    ['a voice from across the room', speech(0.01, 0.0005), ['quiet']],
    ['a voice drowned by a fan', speech(0.03, 0.012), ['noisy']],
    ['a faint voice drowned by a fan', speech(0.012, 0.006), ['quiet', 'noisy']],
    ['a mouth at the microphone', speech(0.7, 0.001), ['loud']],
    ['a voice beyond full scale', speech(1.6, 0.001), ['clipped']],
  ])('on %s is %j', (_case, samples, findings) => expect(judgeTake(measureTake(samples))).toEqual(findings));
});

describe('the spectrum', () => {
  it('has its highest bar where the tone is', () => {
    const bars = spectrumBars(tone(1, 0.5, 1000), RATE, 40);
    const { lowest, highest } = spectrumRange;
    const wanted = Math.floor((40 * Math.log(1000 / lowest)) / Math.log(highest / lowest));
    expect(Math.abs(bars.indexOf(Math.max(...bars)) - wanted)).toBeLessThanOrEqual(1);
    expect(bars[0]).toBeLessThan(0.2);
  });

  it('of silence is flat', () => expect(Math.max(...spectrumBars(new Float32Array(RATE), RATE, 8))).toBe(0));
});
