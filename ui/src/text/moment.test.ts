import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatWeekday } from './moment';

const now = new Date(2026, 10, 22);
const moment = (year: number) => new Date(year, 10, 20, 18, 4).toISOString();

describe('formatMoment', () => {
  it('speaks all three languages, Yiddish too', () => {
    expect(formatMoment(moment(2026), 'en', now)).toContain('November 20');
    expect(formatMoment(moment(2026), 'he', now)).toMatch(/20 בנובמבר.*18:04/);
    expect(formatMoment(moment(2026), 'yi', now)).toBe('20 נאָוועמבער, 18:04');
  });

  it('names the year only when it is another one', () => {
    expect(formatMoment(moment(2026), 'yi', now)).not.toContain('2026');
    expect(formatMoment(moment(2025), 'yi', now)).toContain('נאָוועמבער 2025');
    expect(formatMoment(moment(2025), 'en', now)).toContain('2025');
  });

  it.each([
    ['en', 'March 5, 2026'],
    ['he', '5 במרץ 2026'],
    ['yi', '5 מאַרץ 2026'],
  ] as const)('as a day in %s is %s', (language, words) =>
    expect(formatDay('2026-03-05T12:00:00Z', language)).toBe(words),
  );

  it.each([
    ['en', 'Sunday', 'Sun'],
    ['he', 'יום ראשון', 'א׳'],
    ['yi', 'זונטיק', 'זו׳'],
  ] as const)('as a day of the week in %s is %s, or %s', (language, long, short) => {
    expect(formatWeekday('2026-11-22', language, 'long')).toBe(long);
    expect(formatWeekday('2026-11-22', language, 'short')).toBe(short);
  });
});
