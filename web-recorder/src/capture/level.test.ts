import { describe, expect, test } from 'vitest';
import { LevelJudge, measure } from './level';

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

  test('a pause between sentences does not make a good level bad, a long silence does', () => {
    const judge = new LevelJudge();
    judge.add(0, tone(0.1));
    expect(judge.add(2, tone(0)).verdict).toBe('good');
    expect(judge.add(3.1, tone(0)).verdict).toBe('silent');
  });
});
