import { expect, it } from 'vitest';
import { placeReadings } from './place-readings.js';

const text = [
  ['Once.', 'Again.'],
  ['Again.', 'Last  one.'],
];
const reading = (words: string, end: number, discarded = false) => ({
  text: words,
  seek_end: end,
  discarded,
});

it('finds each sentence after the one before, so that words that come twice are told apart', () => {
  const { placed, notFound } = placeReadings(text, [
    reading('Once.', 1),
    reading('Again.', 2),
    reading('Again.', 3.5),
    reading('Last one.', 4),
  ]);
  expect(notFound).toBe(0);
  expect(placed.map(({ paragraph, sentence }) => [paragraph, sentence])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(placed.map(({ seekStart, seekEnd }) => [seekStart, seekEnd])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3.5],
    [3.5, 4],
  ]);
});

it('goes back where the speaker did, and keeps words that the text does not have', () => {
  const { placed, notFound } = placeReadings(text, [
    reading('Last one.', 1, true),
    reading('Once.', 2),
    reading('Something else.', 2),
  ]);
  expect(notFound).toBe(1);
  expect(placed).toMatchObject([
    { paragraph: 1, sentence: 1, discarded: true },
    { paragraph: 0, sentence: 0 },
    { paragraph: 0, sentence: 0, text: 'Something else.', seekStart: 2, seekEnd: 2 },
  ]);
});

it('puts up with a text that holds nothing', () => {
  expect(placeReadings([], [reading('Words.', 1)]).placed).toMatchObject([{ paragraph: 0, sentence: 0 }]);
});
