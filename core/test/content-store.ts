import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { LocalContentStore } from '../src/storage/local-content-store.js';
import { whenFileEnds } from './when-file-ends.js';

/** A content store in a folder of its own, removed after the file's last test. */
export async function testStore(): Promise<LocalContentStore & { readonly folder: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'content-store-'));
  whenFileEnds(() => rm(folder, { recursive: true, force: true }));
  return Object.assign(new LocalContentStore(folder), { folder });
}
