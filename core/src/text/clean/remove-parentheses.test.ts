import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeParentheses } from './remove-parentheses.js';

describe('removeParentheses', () => {
  it.each([
    ['a (b) c', 'a c'],
    ['a (b (c) d) e', 'a e'],
    ['a [b (c] d) e', 'a d) e'],
    ['a (b [c) d] e', 'a d] e'],
    ['a ([b] (c [d])) e', 'a e'],
    ['word(x-ray)word', 'word word'],
    ['colo(u)r', 'colour'],
    ['תלמיד(ה) חרוץ', 'תלמיד חרוץ'],
    ['A word.[1][2] Next (one).', 'A word. Next.'],
    ['a (b), c (d): e', 'a, c: e'],
    ['1) one 2) two', '1) one 2) two'],
    ['smile :-) and (go', 'smile :-) and (go'],
    ['a ) b (c) d', 'a ) b d'],
    ['if a < b and c > d', 'if a < b and c > d'],
    ['{kept} <kept>', '{kept} <kept>'],
    ['a () b', 'a b'],
    ['(all of it)', ''],
    ['בשנת 1948 (תש"ח) קמה', 'בשנת 1948 קמה'],
    ['((((', '(((('],
    ['))))', '))))'],
  ])('%s', (given, cleaned) => {
    expect(removeParentheses(given)).toBe(cleaned);
  });

  it('leaves no pair and glues no words, whatever it is given', () => {
    const piece = fc.constantFrom('one', 'two', 'ש', '(', ')', '[', ']', ' ', '.', ',', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const cleaned = removeParentheses(pieces.join(''));
        expect(cleaned).not.toMatch(/\([^()[\]]*\)|\[[^()[\]]*\]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is done with a million brackets before anybody notices', () => {
    for (const sign of ['(', ')', '()', '([', ')(', '(a[b)c]']) {
      expect(removeParentheses(sign.repeat(200_000)).length).toBeLessThanOrEqual(200_000 * sign.length);
    }
  }, 5_000);
});
