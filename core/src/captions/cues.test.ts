import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutsOf } from './cuts.js';
import { finishedCues } from './cues.js';
import type { Reading } from './reading.js';

const readings: Reading[] = [
  { sequence: 0, paragraph: 0, sentence: 0, text: 'One.', seekStart: 0, seekEnd: 2, discarded: false },
  { sequence: 1, paragraph: 0, sentence: 1, text: 'Two, badly.', seekStart: 2, seekEnd: 5, discarded: true },
  { sequence: 2, paragraph: 0, sentence: 1, text: 'Two.', seekStart: 5, seekEnd: 7.25, discarded: false },
];

describe('finishedCues', () => {
  it('tells where sentences lie once a take that was redone is cut out', () => {
    expect(finishedCues(readings, cutsOf(readings), 5).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 4.25],
    ]);
  });

  it('lets no cue end after the audio does', () => {
    expect(finishedCues(readings, cutsOf(readings), 4).at(-1)?.end).toBe(4);
  });

  it('has no cue for what lies beyond the end', () => {
    expect(finishedCues(readings, cutsOf(readings), 2)).toHaveLength(1);
  });

  it('keeps every cue inside the audio, ending after it starts, in order of starts', () => {
    const any = fc.array(
      fc
        .record({
          at: fc.double({ min: 0, max: 100, noNaN: true }),
          length: fc.double({ min: 0, max: 9, noNaN: true }),
          discarded: fc.boolean(),
        })
        .map(({ at, length, discarded }) => ({ seekStart: at, seekEnd: at + length, discarded })),
    );
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 120, noNaN: true }), (list, duration) => {
        const all = list.map((r, sequence) => ({ ...r, sequence, paragraph: 0, sentence: 0, text: 'x' }));
        const cues = finishedCues(all, cutsOf(all), duration);
        cues.forEach((cue, index) => {
          expect(cue.start).toBeGreaterThanOrEqual(cues[index - 1]?.start ?? 0);
          expect(cue.end).toBeGreaterThan(cue.start);
          expect(cue.end).toBeLessThanOrEqual(duration + 0.0005);
        });
      }),
    );
  });
});
