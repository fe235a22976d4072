import { allOf, type Journal } from './journal';
import { noProgress, type JournalSnapshot, type SliceRecord } from './journal-records';

const ALL_BUT_BYTES = [
  'headers',
  'slices',
  'units',
  'marks',
  'discards',
  'ends',
  'decisions',
  'progress',
] as const;

/** Client keys of all recitals on this device, oldest first. */
export async function listRecitals(journal: Journal): Promise<string[]> {
  const headers = await journal.database.getAll('headers');
  return headers.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).map((header) => header.clientKey);
}

/** Everything but the bytes, as of one moment; null when the recital is not (or no longer) on this device. */
export async function readSnapshot(journal: Journal, clientKey: string): Promise<JournalSnapshot | null> {
  const transaction = journal.database.transaction(ALL_BUT_BYTES, 'readonly');
  const range = allOf(clientKey);
  const [header, lastSlice, units, marks, discards, end, decision, progress] = await Promise.all([
    transaction.objectStore('headers').get(clientKey),
    transaction.objectStore('slices').openCursor(range, 'prev'),
    transaction.objectStore('units').getAll(range),
    transaction.objectStore('marks').getAll(range),
    transaction.objectStore('discards').getAll(range),
    transaction.objectStore('ends').get(clientKey),
    transaction.objectStore('decisions').get(clientKey),
    transaction.objectStore('progress').get(clientKey),
  ]);
  if (!header) return null;
  return {
    header,
    voice: lastSlice
      ? { slices: lastSlice.value.index + 1, seconds: lastSlice.value.to }
      : { slices: 0, seconds: 0 },
    units,
    marks,
    discards: discards.map((discard) => discard.sequence),
    end: end ?? null,
    decision: decision?.decision ?? null,
    progress: progress ?? noProgress(clientKey),
  };
}

/** The slices from `firstSlice` up to but not including `endSlice`, in order. */
export function readSlices(
  journal: Journal,
  clientKey: string,
  firstSlice: number,
  endSlice: number,
): Promise<SliceRecord[]> {
  const range = IDBKeyRange.bound([clientKey, firstSlice], [clientKey, endSlice], false, true);
  return journal.database.getAll('slices', range);
}

/**
 * The slices from `firstSlice` on while `wanted` says so for each of them in turn; the first one that is not
 * wanted ends the reading, so that a long backlog is never read as a whole.
 */
export async function readSlicesWhile(
  journal: Journal,
  clientKey: string,
  firstSlice: number,
  wanted: (slice: SliceRecord) => boolean,
): Promise<SliceRecord[]> {
  const slices: SliceRecord[] = [];
  const range = IDBKeyRange.bound([clientKey, firstSlice], [clientKey, Infinity]);
  const transaction = journal.database.transaction('slices', 'readonly');
  let cursor = await transaction.store.openCursor(range);
  while (cursor && wanted(cursor.value)) {
    slices.push(cursor.value);
    cursor = await cursor.continue();
  }
  return slices;
}

/** The whole recording as one playable file; null when there is none. */
export async function readRecording(journal: Journal, clientKey: string): Promise<Blob | null> {
  const header = await journal.database.get('headers', clientKey);
  const slices = await readSlices(journal, clientKey, 0, Infinity);
  if (!header || slices.length === 0) return null;
  return new Blob(
    slices.map((slice) => slice.bytes),
    { type: header.mimeType },
  );
}
