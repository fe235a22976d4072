import { allOf, DATABASE_PREFIX, openJournal, type Journal } from './journal';

/**
 * How many recordings wait on this device for their speakers, whoever they are: for the sign-in page, which knows
 * nobody. It learns no more than the number. What its speaker deleted, and what has no voice, does not count.
 * @returns 0 also where the browser does not tell which databases there are
 */
export async function countLeftOnDevice(): Promise<number> {
  const databases = (await indexedDB.databases?.()) ?? [];
  const journals = databases.flatMap(({ name }) => (name?.startsWith(DATABASE_PREFIX) ? [name] : []));
  const counts = await Promise.all(journals.map((name) => countIn(name.slice(DATABASE_PREFIX.length))));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function countIn(userId: string): Promise<number> {
  const journal = await openJournal(userId);
  try {
    const keys = await journal.database.getAllKeys('headers');
    const waits = await Promise.all(keys.map((clientKey) => waitsForItsSpeaker(journal, clientKey)));
    return waits.filter(Boolean).length;
  } finally {
    journal.close();
  }
}

async function waitsForItsSpeaker({ database }: Journal, clientKey: string): Promise<boolean> {
  const [slices, decision] = await Promise.all([
    database.count('slices', allOf(clientKey)),
    database.get('decisions', clientKey),
  ]);
  return slices > 0 && decision?.decision !== 'delete';
}
