import { describe, expect, it } from 'vitest';
import { readAddresses } from './read-addresses';

describe('addresses that somebody pasted', () => {
  it('may stand on lines or behind each other, each counted once', () => {
    expect(readAddresses('a@example.org, B@example.org;<c@example.org>\n\n  b@EXAMPLE.org ')).toEqual({
      addresses: ['a@example.org', 'b@EXAMPLE.org', 'c@example.org'],
      others: [],
    });
  });

  it('are told from what is none', () => {
    expect(readAddresses('Maya maya@example.org').others).toEqual(['Maya']);
  });

  it('may be none at all', () => {
    expect(readAddresses(' \n')).toEqual({ addresses: [], others: [] });
  });
});
