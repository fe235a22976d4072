import { describe, expect, it } from 'vitest';
import { readYear } from './year-of-birth';

const now = new Date('2026-11-23T00:00:00Z');

describe('a year of birth', () => {
  it.each([
    ['1984', 1984],
    [' 1920 ', 1920],
    ['2010', 2010],
    ['', null],
    ['  ', null],
    ['1919', undefined],
    ['2011', undefined],
    ['84', undefined],
    ['1984.5', undefined],
    ['nineteen', undefined],
  ])('is read from %j', (typed, year) => expect(readYear(typed, now)).toBe(year));
});
