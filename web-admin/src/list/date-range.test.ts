import { describe, expect, it } from 'vitest';
import { lastDays, momentsOf, readDateRange, writeDateRange } from './date-range';

describe('a range of days', () => {
  it.each(['2026-11-01..2026-11-30', '2026-11-01..', '..2026-11-30', ''])(
    'comes back from the address: %s',
    (written) => {
      expect(writeDateRange(readDateRange(written))).toBe(written);
    },
  );

  it('passes over what is no day', () => {
    expect(readDateRange('yesterday..2026-13-45')).toEqual({ from: '', to: '' });
  });

  it('holds its last day to the end', () => {
    const { from, to } = momentsOf({ from: '2026-02-28', to: '2026-02-28' });
    expect(from).toBe(new Date(2026, 1, 28).toISOString());
    expect(to).toBe(new Date(2026, 2, 1).toISOString());
  });

  it('asks for nothing at an open end', () => {
    expect(momentsOf({ from: '', to: '' })).toEqual({});
  });

  it('counts today among the last days', () => {
    const today = new Date(2026, 2, 1, 23, 59);
    expect(lastDays(1, today)).toEqual({ from: '2026-03-01', to: '2026-03-01' });
    expect(lastDays(7, today)).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });
});
