import { describe, expect, test } from 'vitest';
import { existing, following } from './sentence-walk';

const text = [['a', 'b'], [], ['c']];

describe('walking through a text', () => {
  test('goes from sentence to sentence, over empty paragraphs, to the end', () => {
    expect(following(text, { paragraph: 0, sentence: 0 })).toEqual({ paragraph: 0, sentence: 1 });
    expect(following(text, { paragraph: 0, sentence: 1 })).toEqual({ paragraph: 2, sentence: 0 });
    expect(following(text, { paragraph: 2, sentence: 0 })).toBeNull();
  });

  test('a place that the text does not have becomes its beginning', () => {
    expect(existing(text, { paragraph: 2, sentence: 0 })).toEqual({ paragraph: 2, sentence: 0 });
    expect(existing(text, { paragraph: 2, sentence: 7 })).toEqual({ paragraph: 0, sentence: 0 });
    expect(existing([[], ['x']], { paragraph: 0, sentence: 0 })).toEqual({ paragraph: 1, sentence: 0 });
  });
});
