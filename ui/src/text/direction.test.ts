import { describe, expect, it } from 'vitest';
import { directionOf, textAttributes } from './direction';

describe('direction of a language', () => {
  it('is right to left for Hebrew and Yiddish, however they are written', () => {
    expect(['HE', 'he', 'YI', 'yi'].map((language) => directionOf(language as 'HE'))).toEqual(
      Array(4).fill('rtl'),
    );
    expect(directionOf('EN')).toBe('ltr');
  });

  it('gives a text its own dir and lang', () => {
    expect(textAttributes('YI')).toEqual({ dir: 'rtl', lang: 'yi' });
  });
});
