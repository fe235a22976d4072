import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appendEnd, appendHeader, appendMark, appendSlices } from './append';
import { closeInterrupted } from './close-interrupted';
import { decideToDelete, decideToKeep } from './decide';
import { openJournal, type Journal } from './journal';
import type { JournalChange } from './journal-changes';
import type { UnitRecord } from './journal-records';
import { holdIfFree, recordingLock } from './locks';
import { appendUnit, changeProgress, removeRecital, withdrawUnit } from './progress';
import { readRecording, readSnapshot } from './read';
import { aHeader, aMark, aSlice, recite } from './testing/a-recital';
import { LocksInMemory } from './testing/locks-in-memory';

let journal: Journal;

beforeEach(async () => {
  journal = await openJournal(crypto.randomUUID());
});

afterEach(() => journal.close());

function aUnit(sequence: number): UnitRecord {
  return {
    clientKey: 'key',
    sequence,
    firstSlice: 0,
    endSlice: 2,
    byteLength: 32,
    sha256: 'x',
    from: 0,
    to: 2,
  };
}

describe('appending', () => {
  test('never replaces what is there', async () => {
    await recite(journal, 'key', { seconds: 2, sentences: 1 });
    await expect(appendHeader(journal, aHeader('key', journal.userId))).rejects.toThrow();
    await expect(appendSlices(journal, [aSlice('key', 1, 99)])).rejects.toThrow();
    await expect(appendMark(journal, aMark('key', 0, 99))).rejects.toThrow();
    const end = { clientKey: 'key', durationSeconds: 99, reason: 'INTERRUPTED' } as const;
    await expect(appendEnd(journal, end, null)).rejects.toThrow();
    await appendUnit(journal, aUnit(0));
    await expect(appendUnit(journal, aUnit(0))).rejects.toThrow();
    expect((await readRecording(journal, 'key'))?.size).toBe(2 * 16);
    expect((await readSnapshot(journal, 'key'))?.end?.durationSeconds).toBe(2);
  });

  test('tells the other tabs of this user', async () => {
    const otherTab = await openJournal(journal.userId);
    const heard = vi.fn<(change: JournalChange) => void>();
    otherTab.changes.listen(heard);
    await recite(journal, 'key', { seconds: 1, sentences: 1 });
    await vi.waitFor(() => expect(heard.mock.calls.map(([{ part }]) => part)).toContain('end'), 20_000);
    otherTab.close();
  });

  test('is flushed to the disk before it counts', async () => {
    const transaction = vi.spyOn(journal.database, 'transaction');
    await recite(journal, 'key', { seconds: 1, sentences: 1 });
    expect(transaction.mock.calls.length).toBeGreaterThan(3);
    for (const [, mode, options] of transaction.mock.calls) {
      expect([mode, options]).toEqual(['readwrite', { durability: 'strict' }]);
    }
  });
});

describe('a recital whose tab died', () => {
  test('ends where its voice ends, with the sentence that was open', async () => {
    await recite(journal, 'key', { seconds: 7, sentences: 0, end: null });
    await appendMark(journal, aMark('key', 0));
    await closeInterrupted(journal, new LocksInMemory(), 'key');
    const snapshot = await readSnapshot(journal, 'key');
    expect(snapshot?.end).toEqual({ clientKey: 'key', durationSeconds: 7, reason: 'INTERRUPTED' });
    expect(snapshot?.marks[1]).toMatchObject({ sequence: 1, sentence: 1, seekStart: 5, seekEnd: 7 });
  });

  test('before the first press, the sentence where it began was open', async () => {
    await recite(journal, 'key', { seconds: 7, sentences: 0, end: null });
    await closeInterrupted(journal, new LocksInMemory(), 'key');
    expect((await readSnapshot(journal, 'key'))?.marks).toMatchObject([
      { sentence: 0, seekStart: 0, seekEnd: 7 },
    ]);
  });

  test('is left alone while it is still being recorded, or when it has ended', async () => {
    const locks = new LocksInMemory();
    await recite(journal, 'running', { seconds: 7, sentences: 0, end: null });
    await holdIfFree(locks, recordingLock('running'));
    await closeInterrupted(journal, locks, 'running');
    expect((await readSnapshot(journal, 'running'))?.end).toBeNull();

    await recite(journal, 'ended', { seconds: 7, sentences: 1 });
    await closeInterrupted(journal, locks, 'ended');
    expect(await readSnapshot(journal, 'ended')).toMatchObject({ marks: [{}], end: { reason: 'FINISHED' } });
  });
});

describe('decisions', () => {
  test('without the last sentence: the last take that counts', async () => {
    await recite(journal, 'key', { seconds: 10, sentences: 2 });
    await appendMark(journal, { ...aMark('key', 2), discarded: true });
    await decideToKeep(journal, 'key', { withoutLastSentence: true });
    expect((await readSnapshot(journal, 'key'))?.discards).toEqual([1]);
  });

  test('the first answer stands, but a wish to delete can still come, and is final', async () => {
    await recite(journal, 'key', { seconds: 10, sentences: 2 });
    await decideToKeep(journal, 'key', { withoutLastSentence: false });
    await decideToKeep(journal, 'key', { withoutLastSentence: true });
    expect(await readSnapshot(journal, 'key')).toMatchObject({ decision: 'keep', discards: [] });
    await decideToDelete(journal, 'key');
    await decideToKeep(journal, 'key', { withoutLastSentence: false });
    expect((await readSnapshot(journal, 'key'))?.decision).toBe('delete');
  });

  test('deleting what is not here any more is not passed over in silence', async () => {
    await expect(decideToDelete(journal, 'gone')).rejects.toThrow('no longer on this device');
  });

  test('a recital is not removed against a wish that came in the meantime', async () => {
    await recite(journal, 'key', { seconds: 10, sentences: 2 });
    await decideToKeep(journal, 'key', { withoutLastSentence: false });
    await decideToDelete(journal, 'key');
    await removeRecital(journal, 'key', 'keep');
    expect((await readSnapshot(journal, 'key'))?.decision).toBe('delete');
    await removeRecital(journal, 'key', 'delete');
    expect(await readSnapshot(journal, 'key')).toBeNull();
    expect(await readRecording(journal, 'key')).toBeNull();
  });
});

test('a unit that was accepted is never cut anew', async () => {
  await recite(journal, 'key', { seconds: 10, sentences: 1 });
  await appendUnit(journal, aUnit(0));
  await changeProgress(journal, 'key', () => ({ units: 1 }));
  await expect(withdrawUnit(journal, aUnit(0), 10)).rejects.toThrow('cannot be cut anew');
  expect((await readSnapshot(journal, 'key'))?.units).toHaveLength(1);
});
