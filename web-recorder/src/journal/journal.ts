import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { openJournalChanges, type JournalChanges } from './journal-changes';
import type {
  DecisionRecord,
  DiscardRecord,
  EndRecord,
  HeaderRecord,
  MarkRecord,
  ProgressRecord,
  SliceRecord,
  UnitRecord,
} from './journal-records';

/** A record within a recital: its client key, then its number. */
type NumberedKey = [clientKey: string, number: number];

export interface JournalSchema extends DBSchema {
  headers: { key: string; value: HeaderRecord };
  slices: { key: NumberedKey; value: SliceRecord };
  units: { key: NumberedKey; value: UnitRecord };
  marks: { key: NumberedKey; value: MarkRecord };
  discards: { key: NumberedKey; value: DiscardRecord };
  ends: { key: string; value: EndRecord };
  decisions: { key: string; value: DecisionRecord };
  progress: { key: string; value: ProgressRecord };
}

/** The journals of one user on this device. */
export interface Journal {
  userId: string;
  database: IDBPDatabase<JournalSchema>;
  changes: JournalChanges;
  close(): void;
}

/** Begins the name of every user's database; the user's id follows. */
export const DATABASE_PREFIX = 'crowd-recital:';

/**
 * Relaxed is the default of Chromium since version 121: a power cut would then take seconds that we reported as
 * written. Strict costs half a millisecond more for each slice.
 */
export const STRICT = { durability: 'strict' } as const;

/**
 * Opens what this user has recorded on this device. Each user has a database of their own, so that no query can
 * ever reach the voice of somebody else who uses the same device.
 */
export async function openJournal(userId: string): Promise<Journal> {
  const database = await openDB<JournalSchema>(`${DATABASE_PREFIX}${userId}`, 1, {
    upgrade(db) {
      db.createObjectStore('headers', { keyPath: 'clientKey' });
      db.createObjectStore('slices', { keyPath: ['clientKey', 'index'] });
      db.createObjectStore('units', { keyPath: ['clientKey', 'sequence'] });
      db.createObjectStore('marks', { keyPath: ['clientKey', 'sequence'] });
      db.createObjectStore('discards', { keyPath: ['clientKey', 'sequence'] });
      db.createObjectStore('ends', { keyPath: 'clientKey' });
      db.createObjectStore('decisions', { keyPath: 'clientKey' });
      db.createObjectStore('progress', { keyPath: 'clientKey' });
    },
  });
  const changes = openJournalChanges(userId);
  return {
    userId,
    database,
    changes,
    close() {
      changes.close();
      database.close();
    },
  };
}

/** All numbers of one recital. */
export function allOf(clientKey: string): IDBKeyRange {
  return IDBKeyRange.bound([clientKey, 0], [clientKey, Infinity]);
}
