import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** One table as a backup holds it: `COPY` in text form, compressed by gzip. */
const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  /** In the order of the file's columns. */
  columns: z.array(z.string()),
  rows: z.number(),
  /** Relative to the backup's folder. */
  file: z.string().regex(/^tables\/[\w.-]+$/),
  /** Hex, of the compressed file. */
  sha256: z.string(),
});

const manifestSchema = z.object({
  format: z.literal(1),
  product: z.literal('crowd-recital'),
  /** Release that made it. */
  version: z.string(),
  takenAt: z.string(),
  /** Every migration that had run, in order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  content: z.object({
    store: z.enum(['local', 's3']),
    /** True: the stored objects lie in `content/`. False: they are listed, and stay where they are. */
    included: z.boolean(),
    objects: z.number(),
    bytes: z.number(),
  }),
});

export type BackedUpTable = z.infer<typeof tableSchema>;
export type BackupManifest = z.infer<typeof manifestSchema>;

/** What is there is no backup that this release could restore; the message says why. */
export class BackupUnusableError extends Error {
  override readonly name = 'BackupUnusableError';
}

const fileName = 'backup.json';

/** Names every object of the content store with its length, one in each line. */
export const objectListFile = 'objects.tsv.gz';

/** Holds the stored objects below their keys. */
export const contentFolderName = 'content';

/** Written last and at once: a folder without it is a backup that was broken off. */
export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const next = path.join(folder, `.${fileName}`);
  await writeFile(next, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  await rename(next, path.join(folder, fileName));
}

/** @throws BackupUnusableError */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, fileName), 'utf8').catch(() => {
    throw new BackupUnusableError(`${folder} is no whole backup: it holds no ${fileName}.`);
  });
  const parsed = manifestSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new BackupUnusableError(
      `${path.join(folder, fileName)} is damaged, or was written by another kind of release.`,
    );
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
