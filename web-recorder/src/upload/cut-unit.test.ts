import { expect, test } from 'vitest';
import { aSlice } from '../journal/testing/a-recital';
import type { SliceRecord } from '../journal/journal-records';
import { unitFiller } from './cut-unit';

function firstUnit(slices: SliceRecord[], limits: { seconds: number; bytes: number }): number {
  const belongs = unitFiller(limits);
  const end = slices.findIndex((slice) => !belongs(slice));
  return end === -1 ? slices.length : end;
}

test('a unit ends with the slice that fills its seconds', () => {
  const slices = Array.from({ length: 25 }, (_, index) => aSlice('key', index));
  expect(firstUnit(slices, { seconds: 10, bytes: 900_000 })).toBe(10);
});

test('a unit ends before the slice that would exceed its bytes', () => {
  const slices = Array.from({ length: 25 }, (_, index) => aSlice('key', index, 1000));
  expect(firstUnit(slices, { seconds: 10, bytes: 3500 })).toBe(3);
  expect(firstUnit(slices, { seconds: 10, bytes: 3000 })).toBe(3);
});

test('a slice that is too large alone is a unit of its own: leaving it out would lose it', () => {
  const slices = [aSlice('key', 0, 5000), aSlice('key', 1, 10)];
  expect(firstUnit(slices, { seconds: 10, bytes: 3000 })).toBe(1);
});
