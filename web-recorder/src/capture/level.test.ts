import { describe, expect, test } from 'vitest';
import { LevelJudge, measure } from './level';
import type { Level } from './recital';

const tone = (amplitude: number) =>
  new Float32Array(2048).map((_, index) => amplitude * Math.sin((2 * Math.PI * index) / 64));

describe('level', () => {
  test('root mean square and peak of a tone', () => {
    const { rms, peak } = measure(tone(0.5));
    expect(rms).toBeCloseTo(0.5 / Math.SQRT2, 3);
    expect(peak).toBeCloseTo(0.5, 3);
    expect(measure(new Float32Array())).toEqual({ rms: 0, peak: 0 });
  });

  test.each([
    [0, 'silent'],
    [0.005, 'quiet'],
    [0.1, 'good'],
    [1, 'loud'],
  ] as const)('a tone of %d of full scale is %s', (amplitude, verdict) => {
    expect(new LevelJudge().add(0, tone(amplitude)).verdict).toBe(verdict);
  });

  /** Twelve seconds of words of a quarter of a second with as much between them. */
  function talk(voice: number, between: number): Level {
    const judge = new LevelJudge();
    let level = judge.add(0, tone(voice));
    for (let at = 0.05; at < 12; at += 0.05) level = judge.add(at, tone(at % 0.5 < 0.25 ? voice : between));
    return level;
  }

  test.each([
    [0.1, 0.001, 'good'],
    [0.3, 0.02, 'good'],
    [0.05, 0.02, 'noisy'],
    [0.007, 0.005, 'noisy'],
    [0.007, 0.001, 'quiet'],
  ] as const)('words of %d with %d between them are %s', (voice, between, verdict) => {
    expect(talk(voice, between).verdict).toBe(verdict);
  });

  test('a pause between sentences does not make a good level bad, a long silence does', () => {
    const judge = new LevelJudge();
    judge.add(0, tone(0.1));
    expect(judge.add(2, tone(0)).verdict).toBe('good');
    expect(judge.add(3.1, tone(0)).verdict).toBe('silent');
  });
});
