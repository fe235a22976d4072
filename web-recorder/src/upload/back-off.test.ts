import { expect, test } from 'vitest';
import { backOffSeconds } from './back-off';

test('waits 0, 1, 3, 5 seconds, then twice as long each time, up to a minute for ever', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000].map((failures) => backOffSeconds(failures, 0.5));
  expect(waits).toEqual([0, 1, 3, 5, 10, 20, 40, 60, 60, 60]);
});

test('spreads the clients by a fifth to either side', () => {
  expect(backOffSeconds(5, 0)).toBeCloseTo(8);
  expect(backOffSeconds(5, 1)).toBeCloseTo(12);
});
