import { mkdir, readdir } from 'node:fs/promises';
import pg from 'pg';
import { productVersion } from '../config/product-version.js';
import type { ContentStore } from '../storage/content-store.js';
import { backUpContent } from './back-up-content.js';
import { BackupUnusableError, writeManifest, type BackupManifest } from './backup-manifest.js';
import { dumpTables } from './dump-tables.js';

export interface BackupOptions {
  readonly databaseUrl: string;
  readonly store: ContentStore;
  /** Absolute; made, or empty. */
  readonly folder: string;
  /** True: the stored objects are copied too. */
  readonly copyContent: boolean;
  readonly onObject?: () => void;
}

/**
 * Takes a backup while the system runs: all rows of one moment, and a list (or copies) of what is stored.
 * @throws BackupUnusableError when the folder holds something already.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupManifest> {
  const { databaseUrl, store, folder, copyContent, onObject } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new BackupUnusableError(`${folder} is not empty.`);
  const takenAt = new Date().toISOString();
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'recital-backup' });
  await client.connect();
  try {
    const { migrations, tables } = await dumpTables(client, folder);
    const content = await backUpContent(store, folder, {
      copy: copyContent,
      ...(onObject === undefined ? {} : { onObject }),
    });
    const manifest: BackupManifest = {
      format: 1,
      product: 'crowd-recital',
      version: productVersion(),
      takenAt,
      migrations,
      tables,
      content: { store: store.kind, included: copyContent, ...content },
    };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await client.end();
  }
}
