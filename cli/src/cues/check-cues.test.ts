import { expect, test } from 'vitest';
import { checkCues } from './check-cues.js';
import type { Cue } from './cue.js';

const cue = (fromSeconds: number, toSeconds: number, line: number): Cue => ({
  fromSeconds,
  toSeconds,
  sentence: 'x',
  line,
});

test('cues that touch, or leave a pause, are right', () => {
  const cues = [cue(0, 2, 1), cue(2, 3, 2), cue(4.5, 10, 3)];
  expect(checkCues(cues, 10)).toEqual(cues);
});

test('an end that only rounding carries beyond the recording is cut at it', () => {
  expect(checkCues([cue(0, 10.04, 1)], 10)).toEqual([cue(0, 10, 1)]);
});

test.each([
  ['negative', [cue(-0.1, 2, 1)], 'line 1: a time cannot be negative.'],
  ['backwards', [cue(3, 2, 1)], 'line 1: the sentence ends (2 s) before it begins (3 s).'],
  ['of no length', [cue(2, 2, 1)], 'line 1: the sentence ends'],
  [
    'overlapping',
    [cue(0, 2, 1), cue(1.9, 3, 4)],
    'line 4: the sentence begins at 1.9 s, before the one of line 1 ends (2 s).',
  ],
  [
    'beyond the end',
    [cue(0, 2, 1), cue(9, 11, 2)],
    'line 2: the sentence ends at 11 s, but the recording is only 10.00 s long.',
  ],
  ['after the end', [cue(10, 10.04, 1)], 'line 1: the sentence ends at 10.04 s, but the recording'],
  ['none at all', [], 'there is no sentence in it.'],
])('%s', (_, cues, message) => {
  expect(() => checkCues(cues, 10)).toThrow(message);
});
