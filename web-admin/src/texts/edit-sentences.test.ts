import { describe, expect, it } from 'vitest';
import { countSentences, joinWithNext, replaceSentence, sameWords } from './edit-sentences';

const words = [['One.', 'Two.'], ['Three.']];

describe('sentence by sentence', () => {
  it('is corrected, split and removed', () => {
    expect(replaceSentence(words, { paragraph: 0, sentence: 1 }, [' Zwei. '])).toEqual([
      ['One.', 'Zwei.'],
      ['Three.'],
    ]);
    expect(replaceSentence(words, { paragraph: 0, sentence: 0 }, ['O', 'ne.'])).toEqual([
      ['O', 'ne.', 'Two.'],
      ['Three.'],
    ]);
    expect(replaceSentence(words, { paragraph: 1, sentence: 0 }, [])).toEqual([['One.', 'Two.']]);
    // Split at its very end: nothing is left of the second half.
    expect(replaceSentence(words, { paragraph: 1, sentence: 0 }, ['Three.', ' '])).toEqual(words);
  });

  it('is joined with the next of its paragraph, and of no other', () => {
    expect(joinWithNext(words, { paragraph: 0, sentence: 0 })).toEqual([['One. Two.'], ['Three.']]);
    expect(joinWithNext(words, { paragraph: 0, sentence: 1 })).toBe(words);
    expect(joinWithNext(words, { paragraph: 7, sentence: 0 })).toBe(words);
  });

  it('leaves what was there before for the way back', () => {
    const before = structuredClone(words);
    replaceSentence(words, { paragraph: 0, sentence: 0 }, []);
    joinWithNext(words, { paragraph: 0, sentence: 0 });
    expect(words).toEqual(before);
    expect(sameWords(words, before)).toBe(true);
    expect(sameWords(words, [['One.', 'Two.', 'Three.']])).toBe(false);
    expect(countSentences(words)).toBe(3);
  });
});
