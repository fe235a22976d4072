import { expect, test } from 'vitest';
import { createCrashPolicy } from './crash-policy.js';

test('pauses grow, and the fifth crash within a minute is the last', () => {
  const next = createCrashPolicy(() => 0);
  expect([next(), next(), next(), next(), next()]).toEqual([500, 1_000, 2_000, 4_000, null]);
});

test('crashes that are a minute apart are each like the first', () => {
  let now = 0;
  const next = createCrashPolicy(() => now);
  for (let crash = 0; crash < 10; crash += 1) {
    expect(next()).toBe(500);
    now += 60_000;
  }
});
