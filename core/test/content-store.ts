import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { LocalContentStore } from '../src/storage/local-content-store.js';

/** A content store in a folder of its own, removed after the file's last test. */
export async function testStore(): Promise<LocalContentStore & { readonly folder: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'content-store-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return Object.assign(new LocalContentStore(folder), { folder });
}
