import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from './parse-time.js';

test.each([
  ['0', 0],
  ['8.1', 8.1],
  ['75', 75],
  ['1:15.5', 75.5],
  ['00:08.100', 8.1],
  ['01:00:00.250', 3600.25],
  ['-2.5', -2.5],
])('%s is %d seconds', (text, seconds) => {
  expect(parseTime(text)).toBeCloseTo(seconds, 9);
});

test.each(['', 'abc', '1:75', '1:2:3:4', '1,5', '1e3', 'NaN', 'Infinity', '0x10', '12 s', '--1', '.5'])(
  '"%s" is no time',
  (text) => {
    expect(parseTime(text)).toBeUndefined();
  },
);

test('a time written as a clock shows it is read as the same time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 * 3_600_000 }), (milliseconds) => {
      const seconds = milliseconds / 1000;
      expect(parseTime(clock(milliseconds))).toBeCloseTo(seconds, 6);
      expect(parseTime(seconds.toFixed(3))).toBeCloseTo(seconds, 6);
    }),
  );
});

function clock(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${two(milliseconds / 3_600_000)}:${two((milliseconds / 60_000) % 60)}:${two((milliseconds / 1000) % 60)}.${rest}`;
}
