import { describe, expect, it } from 'vitest';
import { correct, merge, paragraphsOf, remove, sentencesOf, split, type Sentences } from './sentences';

const text = [['One.', 'Two three.'], ['Four.']];
const sentences = sentencesOf(text);
const [one = 0, two = 0, four = 0] = sentences.map(({ key }) => key);
const after = (edit: (given: Sentences) => Sentences) => paragraphsOf(edit(sentences));

describe('editing sentences', () => {
  it('changes nothing by itself', () => expect(paragraphsOf(sentences)).toEqual(text));

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

  it.each([0, 10])('does not split at an end (%i)', (at) => {
    expect(split(sentences, two, 'Two three.', at)).toBe(sentences);
  });

  it('joins one with the next, over the end of a paragraph too', () => {
    expect(after((given) => merge(given, one))).toEqual([['One. Two three.'], ['Four.']]);
    expect(after((given) => merge(given, two))).toEqual([['One.', 'Two three. Four.']]);
    expect(merge(sentences, four)).toBe(sentences);
  });

  it('removes one, and keeps the rest of its paragraph apart', () => {
    expect(after((given) => remove(given, one))).toEqual([['Two three.'], ['Four.']]);
    expect(after((given) => remove(given, four))).toEqual([['One.', 'Two three.']]);
  });
});
