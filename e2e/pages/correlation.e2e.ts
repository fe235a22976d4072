import { expect, test } from 'vitest';
import { findInSound } from '../harness/correlation.js';

/** White noise that is the same in every run (a linear congruential generator). */
function noise(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

test('a quieter copy in a longer sound is found at its place', () => {
  const piece = noise(5_000, 1);
  const searched = noise(20_000, 2).map((sample) => sample / 100);
  piece.forEach((sample, index) => (searched[7_321 + index] = (searched[7_321 + index] ?? 0) + sample / 10));
  const { lag, correlation } = findInSound(piece, searched);
  expect(lag).toBe(7_321);
  expect(correlation).toBeGreaterThan(0.98);
});

test('the very same sound has a correlation of 1', () => {
  const sound = noise(4_096, 3);
  expect(findInSound(sound, sound)).toEqual({ lag: 0, correlation: expect.closeTo(1, 9) as number });
});

test('unrelated sounds have a correlation near 0', () => {
  expect(findInSound(noise(8_000, 4), noise(30_000, 5)).correlation).toBeLessThan(0.1);
});

test('silence is not taken for a match, though its rounding has some shape', () => {
  const searched = noise(30_000, 6).map((sample, index) => (index < 10_000 ? sample * 1e-9 : sample));
  expect(findInSound(noise(8_000, 7), searched).correlation).toBeLessThan(0.1);
});
