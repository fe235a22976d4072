import { describe, expect, it } from 'vitest';
import { formatDuration, isoDuration } from './duration';

describe('formatDuration', () => {
  it.each([
    [0, '00:00'],
    [59.999, '00:59'],
    [167, '02:47'],
    [3599, '59:59'],
    [3600, '01:00:00'],
    [7384.5, '02:03:04'],
  ])('shows %d s as %s', (seconds, shown) => expect(formatDuration(seconds)).toBe(shown));

  it.each([NaN, Infinity, -3])('shows nothing strange for %d', (seconds) =>
    expect(formatDuration(seconds)).toBe('00:00'),
  );
});

describe('isoDuration', () => {
  it('leaves out what is zero, but never the seconds', () => {
    expect([0, 61, 3600].map(isoDuration)).toEqual(['PT0S', 'PT1M1S', 'PT1H0S']);
  });
});
