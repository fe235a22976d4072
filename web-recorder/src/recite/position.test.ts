import { describe, expect, it } from 'vitest';
import { countSentences, positionOf, sentenceNumber, stepParagraph, stepSentence } from './position';

const text = [['a', 'b'], ['c'], ['d', 'e', 'f']];
const at = (paragraph: number, sentence: number) => ({ paragraph, sentence });

describe('position in a text', () => {
  it('numbers sentences through the whole text, and back', () => {
    expect(countSentences(text)).toBe(6);
    for (let number = 1; number <= 6; number += 1) {
      expect(sentenceNumber(text, positionOf(text, number))).toBe(number);
    }
    expect(positionOf(text, 4)).toEqual(at(2, 0));
  });

  it('steps over the edge of a paragraph and stops at both ends', () => {
    expect(stepSentence(text, at(0, 1), 1)).toEqual(at(1, 0));
    expect(stepSentence(text, at(1, 0), -1)).toEqual(at(0, 1));
    expect(stepSentence(text, at(2, 2), 1)).toEqual(at(2, 2));
    expect(stepSentence(text, at(0, 0), -1)).toEqual(at(0, 0));
  });

  it('steps by paragraph: in the last one to its end, in the first one to its beginning', () => {
    expect(stepParagraph(text, at(0, 1), 1)).toEqual(at(1, 0));
    expect(stepParagraph(text, at(2, 0), 1)).toEqual(at(2, 2));
    expect(stepParagraph(text, at(2, 2), -1)).toEqual(at(1, 0));
    expect(stepParagraph(text, at(0, 1), -1)).toEqual(at(0, 0));
  });

  it('finds the beginning of a text without sentences', () => {
    expect(positionOf([], 3)).toEqual(at(0, 0));
  });
});
