import { describe, expect, it } from 'vitest';
import {
  byParagraph,
  correct,
  merge,
  paragraphsOf,
  remove,
  sentencesOf,
  split,
  type Sentences,
} from './sentences';

const text = [['One.', 'Two three.'], ['Four.']];
const sentences = sentencesOf(text);
const [one = 0, two = 0, four = 0] = sentences.map(({ key }) => key);
const after = (edit: (given: Sentences) => Sentences) => paragraphsOf(edit(sentences));

describe('editing sentences', () => {
  it('changes nothing by itself', () => {
    expect(paragraphsOf(sentences)).toEqual(text);
    expect(byParagraph(sentences).flat()).toEqual(sentences);
    expect(correct(sentences, two, ' Two  three.')).toBe(sentences);
  });

  it('corrects one, as a single line', () => {
    expect(after((given) => correct(given, two, ' Two\n  and three. '))).toEqual([
      ['One.', 'Two and three.'],
      ['Four.'],
    ]);
  });

  it('takes one out that has no words any more', () => {
    expect(after((given) => correct(given, one, ' '))).toEqual([['Two three.'], ['Four.']]);
  });

  it('splits one where the cursor is, with what was typed', () => {
    expect(after((given) => split(given, two, 'Two! three.', 4))).toEqual([
      ['One.', 'Two!', 'three.'],
      ['Four.'],
    ]);
    const keys = split(sentences, two, 'Two three.', 3).map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
  });

  it.each([0, 11])('does not split at an end (%i), and keeps what was typed', (at) => {
    expect(after((given) => split(given, two, 'Two! three.', at))).toEqual([
      ['One.', 'Two! three.'],
      ['Four.'],
    ]);
  });

  it('joins one with the next, over the end of a paragraph too, with what was typed', () => {
    expect(after((given) => merge(given, one, 'One, '))).toEqual([['One, Two three.'], ['Four.']]);
    expect(after((given) => merge(given, two, 'Two three.'))).toEqual([['One.', 'Two three. Four.']]);
    expect(after((given) => merge(given, four, 'Vier.'))).toEqual([['One.', 'Two three.'], ['Vier.']]);
    expect(after((given) => merge(given, one, ' '))).toEqual([['Two three.'], ['Four.']]);
  });

  it('removes one, and keeps the rest of its paragraph apart', () => {
    expect(after((given) => remove(given, one))).toEqual([['Two three.'], ['Four.']]);
    expect(after((given) => remove(given, four))).toEqual([['One.', 'Two three.']]);
  });
});
