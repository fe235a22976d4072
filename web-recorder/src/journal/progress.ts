import { STRICT, allOf, type Journal } from './journal';
import { noProgress, type Decision, type ProgressRecord, type UnitRecord } from './journal-records';

/* What the uploader writes: its units and what the server acknowledged. It never touches what was recorded. */

/** Changes the progress of one recital that is still here; settles when the change is on the disk. */
export async function changeProgress(
  journal: Journal,
  clientKey: string,
  change: (progress: ProgressRecord) => Partial<ProgressRecord>,
): Promise<void> {
  const transaction = journal.database.transaction(['headers', 'progress'], 'readwrite', STRICT);
  const store = transaction.objectStore('progress');
  if (await transaction.objectStore('headers').getKey(clientKey)) {
    const progress = (await store.get(clientKey)) ?? noProgress(clientKey);
    await store.put({ ...progress, ...change(progress) });
  }
  await transaction.done;
  journal.changes.announce({ clientKey, part: 'progress' });
}

/** Writes a unit before its first send. Rejects when its sequence was given before. */
export async function appendUnit(journal: Journal, unit: UnitRecord): Promise<void> {
  const transaction = journal.database.transaction('units', 'readwrite', STRICT);
  await Promise.all([transaction.store.add(unit), transaction.done]);
}

/**
 * Takes back a unit that the server refused as too large, and remembers what size to stay below. Only the last
 * unit can be in this position, because one is in flight at a time; so nothing that was accepted is renumbered.
 */
export async function withdrawUnit(journal: Journal, unit: UnitRecord, unitByteLimit: number): Promise<void> {
  const { clientKey, sequence } = unit;
  const transaction = journal.database.transaction(['units', 'progress'], 'readwrite', STRICT);
  const progressStore = transaction.objectStore('progress');
  const progress = (await progressStore.get(clientKey)) ?? noProgress(clientKey);
  if (progress.units > sequence) throw new Error(`Unit ${sequence} was accepted and cannot be cut anew`);
  await transaction.objectStore('units').delete([clientKey, sequence]);
  await progressStore.put({ ...progress, unitByteLimit });
  await transaction.done;
}

/** Deletes the voice of a recital that its speaker wished away, before the server has even heard of the wish. */
export async function forgetVoice(journal: Journal, clientKey: string): Promise<void> {
  const stores = ['slices', 'units', 'marks', 'discards'] as const;
  const transaction = journal.database.transaction(stores, 'readwrite', STRICT);
  await Promise.all([
    ...stores.map((store) => transaction.objectStore(store).delete(allOf(clientKey))),
    transaction.done,
  ]);
  journal.changes.announce({ clientKey, part: 'voice' });
}

/**
 * Deletes everything about a recital that is wholly on the server, wholly deleted, or empty. Does nothing when
 * the speaker's last word is not the one that the removal is for: the wish to delete may have come while the
 * server acknowledged the end.
 */
export async function removeRecital(
  journal: Journal,
  clientKey: string,
  settled: Decision | null,
): Promise<void> {
  const numbered = ['slices', 'units', 'marks', 'discards'] as const;
  const single = ['headers', 'ends', 'decisions', 'progress'] as const;
  const transaction = journal.database.transaction([...numbered, ...single], 'readwrite', STRICT);
  const lastWord = (await transaction.objectStore('decisions').get(clientKey))?.decision ?? null;
  if (lastWord === settled) {
    await Promise.all([
      ...numbered.map((store) => transaction.objectStore(store).delete(allOf(clientKey))),
      ...single.map((store) => transaction.objectStore(store).delete(clientKey)),
    ]);
  }
  await transaction.done;
  if (lastWord === settled) journal.changes.announce({ clientKey, part: 'removed' });
}
