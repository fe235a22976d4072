import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ContentMissingError, type ContentStore } from '../storage/content-store.js';
import { contentFolderName, objectListFile } from './backup-manifest.js';

/** What lay in the content store. */
export interface BackedUpContent {
  readonly objects: number;
  readonly bytes: number;
}

/**
 * Lists every object of the store, and copies them when asked to. Begun after the rows were read: whatever a row names
 * was there before the row was, and is never overwritten; what is deleted while this goes on was wished away.
 * @param onObject - hears of each object.
 */
export async function backUpContent(
  store: ContentStore,
  folder: string,
  { copy, onObject }: { readonly copy: boolean; readonly onObject?: () => void },
): Promise<BackedUpContent> {
  const copies = path.join(folder, contentFolderName);
  // Also when there is nothing to copy: a backup that lost its recordings is told from one of a site that had none.
  if (copy) await mkdir(copies, { mode: 0o700 });
  let objects = 0;
  let bytes = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const { key, byteLength } of store.list('')) {
      if (copy && !(await copyObject(store, key, copies))) continue;
      objects += 1;
      bytes += byteLength;
      onObject?.();
      yield `${key}\t${byteLength}\n`;
    }
  }
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(path.join(folder, objectListFile), { mode: 0o600 }),
  );
  return { objects, bytes };
}

/** @returns false when it was deleted meanwhile. */
async function copyObject(store: ContentStore, key: string, folder: string): Promise<boolean> {
  const file = path.join(folder, key);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    await pipeline(await store.get(key), createWriteStream(file, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (error instanceof ContentMissingError) return false;
    throw error;
  }
}
