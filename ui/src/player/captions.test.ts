import { describe, expect, it } from 'vitest';
import { captionAt, captionFrom } from './captions';

const captions = [
  { startSeconds: 0, endSeconds: 3, text: 'one' },
  { startSeconds: 3, endSeconds: 7, text: 'two' },
  { startSeconds: 8, endSeconds: 9, text: 'three' },
];

describe('captionAt', () => {
  it.each([
    [0, 0],
    [2.99, 0],
    [3, 1],
    [7.5, -1],
    [8.2, 2],
    [9, -1],
  ])('hears at %d s caption %d', (seconds, index) => expect(captionAt(captions, seconds)).toBe(index));
});

describe('captionFrom', () => {
  it('goes on to the next sentence, also out of a pause, and stops at the last', () => {
    expect([0, 3, 7.5, 8.5].map((at) => captionFrom(captions, at, 1))).toEqual([1, 2, 2, -1]);
  });

  it('goes back to the beginning of the sentence first, then to the one before', () => {
    expect(captionFrom(captions, 6, -1)).toBe(1);
    expect(captionFrom(captions, 4, -1)).toBe(0);
    expect(captionFrom(captions, 0.5, -1)).toBe(0);
  });

  it('finds nothing among no captions', () => {
    expect([captionFrom([], 3, 1), captionFrom([], 3, -1)]).toEqual([-1, -1]);
  });
});
