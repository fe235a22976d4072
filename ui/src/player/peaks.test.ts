import { describe, expect, it } from 'vitest';
import { peaksOf } from './peaks';

describe('the outline of a sound', () => {
  it('is the largest amplitude of each part, against the loudest', () =>
    expect(peaksOf(new Float32Array([0.1, -0.5, 0.25, 0, 0, 0]), 3)).toEqual([1, 0.5, 0]));

  it('is flat for silence and for nothing', () => {
    expect(peaksOf(new Float32Array(8), 2)).toEqual([0, 0]);
    expect(peaksOf(new Float32Array(), 2)).toEqual([0, 0]);
  });

  it('is low for noise, which is no voice', () =>
    expect(peaksOf(new Float32Array([0.005, -0.005]), 2)).toEqual([
      expect.closeTo(0.1, 5),
      expect.closeTo(0.1, 5),
    ]));

  it('has a part for each, also when there are fewer samples', () =>
    expect(peaksOf(new Float32Array([1]), 4)).toHaveLength(4));
});
