import { STRICT, type Journal } from './journal';
import type { EndRecord, HeaderRecord, MarkRecord, SliceRecord } from './journal-records';

/*
 * What the recorder writes. Every function settles when the record is on the disk, and rejects when it could not
 * be written or was there before: nothing is ever overwritten.
 */

export async function appendHeader(journal: Journal, header: HeaderRecord): Promise<void> {
  const transaction = journal.database.transaction('headers', 'readwrite', STRICT);
  await Promise.all([transaction.store.add(header), transaction.done]);
  journal.changes.announce({ clientKey: header.clientKey, part: 'header' });
}

/** Several slices in one transaction, so that a large blob is there as a whole or not at all. */
export async function appendSlices(journal: Journal, slices: readonly SliceRecord[]): Promise<void> {
  const [first] = slices;
  if (!first) return;
  const transaction = journal.database.transaction('slices', 'readwrite', STRICT);
  await Promise.all([...slices.map((slice) => transaction.store.add(slice)), transaction.done]);
  journal.changes.announce({ clientKey: first.clientKey, part: 'voice' });
}

export async function appendMark(journal: Journal, mark: MarkRecord): Promise<void> {
  const transaction = journal.database.transaction('marks', 'readwrite', STRICT);
  await Promise.all([transaction.store.add(mark), transaction.done]);
  journal.changes.announce({ clientKey: mark.clientKey, part: 'marks' });
}

/** Ends a recital; `lastMark` closes the sentence that was still open, in the same transaction. */
export async function appendEnd(
  journal: Journal,
  end: EndRecord,
  lastMark: MarkRecord | null,
): Promise<void> {
  const transaction = journal.database.transaction(['marks', 'ends'], 'readwrite', STRICT);
  await Promise.all([
    lastMark ? transaction.objectStore('marks').add(lastMark) : undefined,
    transaction.objectStore('ends').add(end),
    transaction.done,
  ]);
  journal.changes.announce({ clientKey: end.clientKey, part: 'end' });
}
