import { describe, expect, it } from 'vitest';
import { spansOf, stretchUntil } from './days';

const day = (n: number) => ({
  day: `d${n}`,
  durationSeconds: 10,
  recordings: 1,
  speakers: 1,
  languages: [{ language: n % 2 ? ('HE' as const) : ('EN' as const), durationSeconds: 10 }],
});
const days = (count: number) => Array.from({ length: count }, (_, n) => day(n));

describe('the days of the overview', () => {
  it('are those of UTC, today included', () => {
    const now = new Date('2026-03-01T00:30:00Z');
    expect(stretchUntil(30, now)).toEqual({ from: '2026-01-31', to: '2026-03-01' });
    expect(stretchUntil(1, now)).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  });

  it('stand alone while they are few', () => {
    const spans = spansOf(days(3));
    expect(spans.map(({ from }) => from)).toEqual(['d0', 'd1', 'd2']);
    expect(spans[1]).toMatchObject({ seconds: 10, byLanguage: { HE: 10, YI: 0, EN: 0 } });
  });

  it('are put together to weeks when they are many, and none is lost', () => {
    const spans = spansOf(days(365));
    expect(spans).toHaveLength(53);
    expect(spans[0]).toMatchObject({ from: 'd0', recordings: 1 });
    expect(spans.at(-1)).toMatchObject({ from: 'd358', recordings: 7, seconds: 70 });
    expect(spans.reduce((all, { recordings }) => all + recordings, 0)).toBe(365);
  });
});
