import { STRICT, allOf, type Journal } from './journal';
import { lastCounted } from './takes-that-count';

/**
 * Writes down that the speaker keeps a recital, with or without its last sentence. A recital that was wished away
 * stays so, and one that is already kept keeps its first answer: the server may know it by now. One that another
 * tab has dealt with meanwhile stays dealt with.
 */
export async function decideToKeep(
  journal: Journal,
  clientKey: string,
  options: { withoutLastSentence: boolean },
): Promise<void> {
  const stores = ['headers', 'marks', 'discards', 'decisions'] as const;
  const transaction = journal.database.transaction(stores, 'readwrite', STRICT);
  const decisions = transaction.objectStore('decisions');
  const isHere = await transaction.objectStore('headers').getKey(clientKey);
  if (isHere && !(await decisions.get(clientKey))) {
    if (options.withoutLastSentence) {
      const marks = await transaction.objectStore('marks').getAll(allOf(clientKey));
      const last = lastCounted(marks, []);
      if (last) await transaction.objectStore('discards').add({ clientKey, sequence: last.sequence });
    }
    await decisions.add({ clientKey, decision: 'keep' });
  }
  await transaction.done;
  journal.changes.announce({ clientKey, part: 'decision' });
}

/**
 * Writes down that the speaker wants a recital gone, here and on the server. Final.
 * @throws when the recital is not on this device any more: it has been sent, or deleted, in the meantime
 */
export async function decideToDelete(journal: Journal, clientKey: string): Promise<void> {
  const transaction = journal.database.transaction(['headers', 'decisions'], 'readwrite', STRICT);
  const isHere = await transaction.objectStore('headers').getKey(clientKey);
  if (isHere) await transaction.objectStore('decisions').put({ clientKey, decision: 'delete' });
  await transaction.done;
  if (!isHere) throw new Error('This recital is no longer on this device');
  journal.changes.announce({ clientKey, part: 'decision' });
}
