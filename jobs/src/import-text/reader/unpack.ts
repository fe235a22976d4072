import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** What an archive may come to, counted while it is unpacked: its own word for it is not believed. */
const most = { bytes: 100 * 1_024 * 1_024, entries: 2_000 };

/** What an archive holds. */
export interface Unpacked {
  /** By their paths: the files that were asked for. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The paths of all. */
  readonly names: ReadonlySet<string>;
}

/**
 * Unpacks an archive in memory, and counts what it comes to on the way.
 * @param wanted - which files are kept; the others are only counted.
 * @throws TextRefusedError `unpacks-too-large`, `protected-file`, `broken-file`.
 */
export async function unpack(bytes: Buffer, wanted: (name: string) => boolean): Promise<Unpacked> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: false });
    return await readEntries(zip, wanted);
  } catch (error) {
    if (error instanceof TextRefusedError) throw error;
    throw new TextRefusedError('broken-file', 'file');
  }
}

async function readEntries(zip: ZipFile, wanted: (name: string) => boolean): Promise<Unpacked> {
  const files = new Map<string, Buffer>();
  const names = new Set<string>();
  let unpacked = 0;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > most.entries) throw new TextRefusedError('unpacks-too-large', 'file');
    if (entry.fileName.endsWith('/')) continue;
    if (entry.isEncrypted()) throw new TextRefusedError('protected-file', 'file');
    const parts: Buffer[] = [];
    for await (const part of await open(zip, entry)) {
      unpacked += part.length;
      if (unpacked > most.bytes) throw new TextRefusedError('unpacks-too-large', 'file');
      if (wanted(entry.fileName)) parts.push(part);
    }
    names.add(entry.fileName);
    if (wanted(entry.fileName)) files.set(entry.fileName, Buffer.concat(parts));
  }
  return { files, names };
}

async function open(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return zip.openReadStreamPromise(entry);
}
