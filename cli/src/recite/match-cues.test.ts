import { expect, test } from 'vitest';
import type { Cue } from '../cues/cue.js';
import { matchCues } from './match-cues.js';

const cues = (...sentences: string[]): Cue[] =>
  sentences.map((sentence, index) => ({
    fromSeconds: index,
    toSeconds: index + 1,
    sentence,
    line: index + 2,
  }));

test('each cue is given the place of its sentence', () => {
  expect(matchCues(cues('One.', 'Two.', 'Three.'), [['One.', 'Two.'], ['Three.']])).toMatchObject([
    { paragraph: 0, sentence: 0 },
    { paragraph: 0, sentence: 1 },
    { paragraph: 1, sentence: 0 },
  ]);
});

test('composed and decomposed letters are the same sentence', () => {
  expect(matchCues(cues('caf\u00e9'), [['cafe\u0301']])).toMatchObject([{ paragraph: 0, sentence: 0 }]);
});

test('the first difference is named by its line', () => {
  expect(() => matchCues(cues('One.', 'Two. Three.'), [['One.'], ['Two.', 'Three.']])).toThrow(
    'line 3: "Two. Three." is not one sentence of the text; the server reads "Two." there.',
  );
  expect(() => matchCues(cues('One.', 'Two.'), [['One.']])).toThrow('line 3: "Two."');
  expect(() => matchCues(cues('One.'), [['One.', 'Two.']])).toThrow(
    'one sentence more than the file has: "Two."',
  );
});
