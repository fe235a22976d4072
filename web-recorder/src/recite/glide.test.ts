import { describe, expect, it } from 'vitest';
import { glideTarget } from './glide';

describe('glideTarget', () => {
  it('lets a sentence rest two fifths down', () => {
    expect(glideTarget({ top: 2000, height: 60 }, 500)).toBe(1800);
  });

  it('does not scroll above the beginning', () => expect(glideTarget({ top: 50, height: 60 }, 500)).toBe(0));

  it('lifts a long sentence until its end is in sight, and a longer one nearly to the top', () => {
    expect(glideTarget({ top: 2000, height: 400 }, 500)).toBe(2000 - 60);
    expect(glideTarget({ top: 2000, height: 900 }, 500)).toBe(2000 - 40);
  });
});
