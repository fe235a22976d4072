import { describe, expect, it } from 'vitest';
import { readReviewFilter } from './review-filter';

describe('what a reviewer wants to listen to', () => {
  it.each([
    [{}, {}],
    [
      { language: 'yi', person: 'p1', text: 't1' },
      { language: 'YI', userId: 'p1', textId: 't1' },
    ],
    [{ language: 'fr', person: '', text: ['a', 'b'] }, {}],
  ])('%o', (query, filter) => {
    expect(readReviewFilter(query)).toEqual(filter);
  });
});
