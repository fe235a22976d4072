import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterCuts, cutsOf, keptRanges, totalSeconds } from './cuts.js';
import type { Reading } from './reading.js';

function reading(seekStart: number, seekEnd: number, given: Partial<Reading> = {}): Reading {
  return { sequence: 0, paragraph: 0, sentence: 0, text: 'x', seekStart, seekEnd, discarded: true, ...given };
}

describe('cutsOf', () => {
  it('cuts nothing when nothing was discarded', () => {
    expect(cutsOf([reading(0, 2, { discarded: false })])).toEqual([]);
  });

  it('lets the cut of a discarded last reading run to the end of the recording', () => {
    const readings = [reading(0, 2, { discarded: false }), reading(2, 4, { sequence: 1 })];
    expect(cutsOf(readings)).toEqual([{ start: 2, end: Infinity }]);
  });

  it('joins discarded readings that overlap or touch, whatever order they came in', () => {
    const kept = reading(9, 10, { sequence: 9, discarded: false });
    expect(cutsOf([kept, reading(4, 6), reading(1, 3), reading(2, 4)])).toEqual([{ start: 1, end: 6 }]);
  });

  it('ends the cut of a discarded reading that a later, kept one follows', () => {
    const redone = [reading(0, 2), reading(2, 5, { sequence: 1, discarded: false })];
    expect(cutsOf(redone)).toEqual([{ start: 0, end: 2 }]);
  });

  it('takes the later sequence for the last one when two end together', () => {
    const together = [reading(1, 3), reading(2, 3, { sequence: 1, discarded: false })];
    expect(cutsOf(together)).toEqual([{ start: 1, end: 3 }]);
  });
});

const readings = fc.array(
  fc.record({
    sequence: fc.nat(50),
    paragraph: fc.constant(0),
    sentence: fc.constant(0),
    text: fc.constant('x'),
    seekStart: fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    length: fc.integer({ min: 0, max: 100 }).map((tenths) => tenths / 10),
    discarded: fc.boolean(),
  }),
);
const asReadings = readings.map((list) => list.map((r) => ({ ...r, seekEnd: r.seekStart + r.length })));
const durations = fc.integer({ min: 1, max: 1200 }).map((tenths) => tenths / 10);

describe('cuts and what they leave', () => {
  it('are ascending, apart, and together with what is kept make up the whole recording', () => {
    fc.assert(
      fc.property(asReadings, durations, (list, duration) => {
        const cuts = cutsOf(list);
        cuts.forEach((cut, index) => {
          expect(cut.end).toBeGreaterThan(cut.start);
          if (index > 0) expect(cut.start).toBeGreaterThan(cuts[index - 1]?.end ?? 0);
        });
        const inside = cuts
          .filter((cut) => cut.start < duration)
          .map((cut) => ({ start: cut.start, end: Math.min(cut.end, duration) }));
        const kept = keptRanges(cuts, duration);
        expect(kept.every((range) => range.end > range.start)).toBe(true);
        expect(totalSeconds(kept) + totalSeconds(inside)).toBeCloseTo(duration, 6);
      }),
    );
  });

  it('move every moment by just what was cut before it, and never out of order', () => {
    fc.assert(
      fc.property(asReadings, durations, durations, (list, a, b) => {
        const cuts = cutsOf(list);
        const [early, late] = a < b ? [a, b] : [b, a];
        const between = afterCuts(late, cuts) - afterCuts(early, cuts);
        expect(between).toBeGreaterThanOrEqual(-1e-9);
        expect(between).toBeCloseTo(
          totalSeconds(keptRanges(cuts, late)) - totalSeconds(keptRanges(cuts, early)),
          6,
        );
      }),
    );
  });

  it('do not depend on the order in which the readings are listed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          readings.chain((list) => fc.constantFrom(...list, undefined)),
          { maxLength: 8 },
        ),
        (picked) => {
          const list = picked
            .filter((r) => r !== undefined)
            .map((r, index) => ({ ...r, sequence: index, seekEnd: r.seekStart + r.length }));
          expect(cutsOf([...list].reverse())).toEqual(cutsOf(list));
        },
      ),
    );
  });
});
