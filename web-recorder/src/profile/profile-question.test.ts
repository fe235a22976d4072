import { afterEach, expect, it } from 'vitest';
import { askLater, askNever, mayAsk } from './profile-question';

afterEach(() => localStorage.clear());

it('is asked once, the next day when it was put off, and never again after a no', () => {
  const now = Date.parse('2026-11-23T10:00:00Z');
  expect(mayAsk(now)).toBe(true);
  askLater(now);
  expect(mayAsk(now + 23 * 3_600_000)).toBe(false);
  expect(mayAsk(now + 25 * 3_600_000)).toBe(true);
  askNever();
  expect(mayAsk(now + 1000 * 3_600_000)).toBe(false);
});
