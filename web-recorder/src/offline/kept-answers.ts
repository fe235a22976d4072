import type { OperationResult } from '@urql/core';
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';

declare module '@urql/core' {
  interface OperationContext {
    /** What the server answers is kept on this device, and stands in for it without a connection. */
    keep?: true;
  }
}

interface KeptAnswer {
  /** Of the operation and its variables: another text of the operation, in a new version, has another key. */
  key: number;
  data: unknown;
  at: number;
}

interface KeptSchema extends DBSchema {
  answers: { key: number; value: KeptAnswer; indexes: { at: number } };
}

/** Some fifty texts, and what belongs to them. */
const MOST_ANSWERS = 60;
export const LAST_USER = 'recital-last-user';
const databaseOf = (userId: string) => `crowd-recital-answers:${userId}`;

/**
 * For the client's results: keeps the data of queries with `keep`, and puts it in the place of an error that says that
 * the server was not reached. Each user has a database of their own, and only whoever was signed in last on this
 * device, and has not signed out, is served from it.
 * @returns the result or what stands in for it; undefined where there is nothing to wait for
 */
export function keepAnswer(result: OperationResult): Promise<OperationResult> | undefined {
  if (!result.operation.context.keep) return undefined;
  if (result.error) return result.error.networkError ? standIn(result) : undefined;
  const { me } = result.data as { me?: { id: string } };
  if (me) localStorage.setItem(LAST_USER, me.id);
  // The page does not wait for it.
  void write(result.operation.key, result.data);
  return undefined;
}

/** Whether this user is the one who is served from this device: whoever signs out, in whatever tab, no longer is. */
export function isLastUser(userId: string): boolean {
  return localStorage.getItem(LAST_USER) === userId;
}

/** Nobody is served from this device any more, until the server says again who is signed in. */
export function forgetLastUser(): void {
  localStorage.removeItem(LAST_USER);
}

/** Takes what was kept for this user off the device. */
export async function forgetAnswers(userId: string): Promise<void> {
  forgetLastUser();
  await deleteDB(databaseOf(userId)).catch(() => undefined);
}

async function standIn(result: OperationResult): Promise<OperationResult> {
  const kept = await withKeptAnswers((database) => database.get('answers', result.operation.key));
  if (!kept) return result;
  const { error: _unreached, ...rest } = result;
  return { ...rest, data: kept.data };
}

async function write(key: number, data: unknown): Promise<void> {
  await withKeptAnswers(async (database) => {
    const { store, done } = database.transaction('answers', 'readwrite');
    await store.put({ key, data, at: Date.now() });
    const tooMany = (await store.count()) - MOST_ANSWERS;
    const oldest = tooMany > 0 ? await store.index('at').getAllKeys(null, tooMany) : [];
    await Promise.all(oldest.map((old) => store.delete(old)));
    await done;
  });
}

/**
 * Acts on what is kept for the user of this page. Storage that refuses (a private window, no room left) keeps nothing,
 * and stops nothing.
 * @returns undefined where there is nothing to act on
 */
export async function withKeptAnswers<Value>(
  act: (database: IDBPDatabase<KeptSchema>) => Promise<Value>,
): Promise<Value | undefined> {
  const userId = localStorage.getItem(LAST_USER);
  if (!userId) return undefined;
  try {
    const database = await openDB<KeptSchema>(databaseOf(userId), 1, {
      upgrade: (db) => void db.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at'),
    });
    return await act(database).finally(() => database.close());
  } catch {
    return undefined;
  }
}
