import { describe, expect, test } from 'vitest';
import { TakeLedger } from './take-ledger';

const at = (sentence: number) => ({ paragraph: 0, sentence });

describe('sentence marks', () => {
  test('run from press to press without gaps, the first from 0', () => {
    const takes = new TakeLedger('key', at(4));
    const marks = [takes.close(2.2, at(5)), takes.close(7.6, at(6)), takes.close(10.6, null)];
    expect(marks.map((mark) => [mark?.sequence, mark?.sentence, mark?.seekStart, mark?.seekEnd])).toEqual([
      [0, 4, 0, 2.2],
      [1, 5, 2.2, 7.6],
      [2, 6, 7.6, 10.6],
    ]);
  });

  test('a redone sentence leaves a discarded take and begins anew where that one ended', () => {
    const takes = new TakeLedger('key', at(0));
    expect(takes.close(3, at(0), 'redone')).toMatchObject({ discarded: true, sentence: 0, seekEnd: 3 });
    expect(takes.close(5, at(1))).toMatchObject({ discarded: false, sentence: 0, seekStart: 3, seekEnd: 5 });
    expect(takes.sentencesRead).toBe(1);
    expect(takes.lastCounted).toMatchObject({ sequence: 1 });
  });

  test('a sentence that is left out leaves a discarded take that says why', () => {
    const takes = new TakeLedger('key', at(0));
    const skipped = takes.close(3, at(1), 'OFFENSIVE');
    expect(skipped).toMatchObject({ discarded: true, skipReason: 'OFFENSIVE', sentence: 0, seekEnd: 3 });
    expect(takes.close(5, at(2))).toMatchObject({
      discarded: false,
      skipReason: null,
      sentence: 1,
      seekStart: 3,
    });
    expect(takes.sentencesRead).toBe(1);
  });

  test('a take without any time never was, and takes no number', () => {
    const takes = new TakeLedger('key', at(0));
    takes.close(3, at(1));
    expect(takes.close(3, at(2))).toBeNull();
    expect(takes.close(4, null)).toMatchObject({ sequence: 1, sentence: 2, seekStart: 3 });
  });
});
