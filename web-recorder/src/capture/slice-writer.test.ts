import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { appendHeader } from '../journal/append';
import { openJournal, type Journal } from '../journal/journal';
import { readRecording, readSlices, readSnapshot } from '../journal/read';
import { aHeader, aMark } from '../journal/testing/a-recital';
import { SliceWriter, cutIntoSlices } from './slice-writer';

let journal: Journal;

beforeEach(async () => {
  journal = await openJournal(crypto.randomUUID());
  await appendHeader(journal, aHeader('key', journal.userId));
});

afterEach(() => journal.close());

function aWriter(onFailure: (error: unknown) => void = () => undefined, onWritten = vi.fn()): SliceWriter {
  return new SliceWriter(journal, 'key', onFailure, onWritten);
}

test('writes blobs in order, and an empty one takes no number', async () => {
  const writer = aWriter();
  writer.addBlob(new Blob(['one']), 1);
  writer.addBlob(new Blob([]), 2);
  writer.addBlob(new Blob(['two']), 3);
  await writer.end({ clientKey: 'key', durationSeconds: 3, reason: 'FINISHED' }, aMark('key', 0));

  expect(await (await readRecording(journal, 'key'))?.text()).toBe('onetwo');
  const slices = await readSlices(journal, 'key', 0, Infinity);
  expect(slices.map(({ index, from, to }) => [index, from, to])).toEqual([
    [0, 0, 1],
    [1, 1, 3],
  ]);
  const snapshot = await readSnapshot(journal, 'key');
  expect(snapshot?.voice).toEqual({ slices: 2, seconds: 3 });
  expect(snapshot?.marks).toHaveLength(1);
  expect(snapshot?.end).toMatchObject({ durationSeconds: 3, reason: 'FINISHED' });
});

test('a blob of minutes becomes slices that a unit can be split at, its time spread over them', () => {
  const bytes = new Uint8Array(150_000).map((_, index) => index % 251);
  const slices = cutIntoSlices('key', 7, bytes.buffer, 10, 130);
  expect(slices.map(({ index, from, to }) => [index, from, to])).toEqual([
    [7, 10, 50],
    [8, 50, 90],
    [9, 90, 130],
  ]);
  const joined = Buffer.concat(slices.map((slice) => Buffer.from(slice.bytes)));
  expect(joined.equals(Buffer.from(bytes))).toBe(true);
});

test('after a write that failed it writes no more, and ends where the voice on the disk ends', async () => {
  const onFailure = vi.fn();
  const writer = aWriter(onFailure);
  writer.addBlob(new Blob(['one']), 1);
  await vi.waitFor(async () => expect((await readSnapshot(journal, 'key'))?.voice.slices).toBe(1), 20_000);
  const full = new DOMException('No room', 'QuotaExceededError');
  const transaction = vi.spyOn(journal.database, 'transaction').mockImplementationOnce(() => {
    throw full;
  });
  writer.addBlob(new Blob(['lost']), 2);
  writer.addBlob(new Blob(['three']), 3);
  await writer.end({ clientKey: 'key', durationSeconds: 3, reason: 'FINISHED' }, aMark('key', 0, 3));
  transaction.mockRestore();

  expect(onFailure).toHaveBeenCalledExactlyOnceWith(full);
  expect(await (await readRecording(journal, 'key'))?.text()).toBe('one');
  const snapshot = await readSnapshot(journal, 'key');
  expect(snapshot?.end).toMatchObject({ durationSeconds: 1, reason: 'INTERRUPTED' });
  expect(snapshot?.marks).toMatchObject([{ seekStart: 0, seekEnd: 1, sentence: 0 }]);
});
