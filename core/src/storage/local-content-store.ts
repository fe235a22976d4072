import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  ContentMismatchError,
  ContentMissingError,
  type ByteRange,
  type ContentStore,
  type PutExpectation,
  type PutResult,
  type StoredObject,
} from './content-store.js';
import { DurableFile } from './durable-file.js';
import { DurableFolders } from './durable-folders.js';
import { checkKey, checkPrefix } from './keys.js';

/** Voice is for the process alone; the API hands it out. */
const fileMode = 0o600;

/** So many bytes are gathered before they are written: each write waits for a thread of its own. */
const bytesPerWrite = 262_144;

/**
 * Objects as files of one folder, keys as relative paths. A file appears under its name whole or not at all:
 * temporary name beside it, fsync, rename, fsync of the folder. What a crash leaves behind is listed like any
 * object, under a name that begins with `.incoming-`.
 */
export class LocalContentStore implements ContentStore {
  readonly kind = 'local';
  readonly #root: string;
  readonly #folders: DurableFolders;

  /** @param root - absolute; made when the first object is put. */
  constructor(root: string) {
    this.#root = root;
    this.#folders = new DurableFolders(root);
  }

  /** The type is not kept: what serves a file knows it from its row. */
  async put(
    key: string,
    content: Readable,
    _contentType: string,
    expected: PutExpectation = {},
  ): Promise<PutResult> {
    // It may break off while the folder is made and nobody reads yet; reading it then throws the error.
    content.on('error', () => undefined);
    return this.#appear(this.#file(key), async (temporary) => {
      const file = await this.#create(temporary);
      try {
        const result = await writeAll(file, content, expected);
        await file.sync();
        return result;
      } finally {
        file.close();
      }
    });
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const handle = await found(key, open(this.#file(key), 'r'));
    return handle.createReadStream(range === undefined ? {} : { start: range.from, end: range.to });
  }

  async head(key: string): Promise<StoredObject | undefined> {
    return describeFile(key, this.#file(key));
  }

  async copy(from: string, to: string): Promise<void> {
    const source = this.#file(from);
    await this.#appear(this.#file(to), async (temporary) => {
      await this.#folders.ensure(path.dirname(temporary));
      await found(from, copyFile(source, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE));
      const copy = await DurableFile.open(temporary, 'r+');
      try {
        await copy.sync();
      } finally {
        copy.close();
      }
    });
  }

  async delete(key: string): Promise<void> {
    const file = this.#file(key);
    try {
      await unlink(file);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    await this.#folders.sync(path.dirname(file));
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    if (prefix !== '') checkPrefix(prefix);
    const names = await readdir(path.join(this.#root, prefix), { withFileTypes: true }).catch(
      (error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      },
    );
    for (const entry of names) {
      const key = `${prefix}${entry.name}`;
      if (entry.isDirectory()) {
        yield* this.list(`${key}/`);
      } else {
        // It may be gone since the folder was read.
        const object = await describeFile(key, path.join(this.#root, key));
        if (object !== undefined) yield object;
      }
    }
  }

  async deletePrefix(prefix: string): Promise<void> {
    checkPrefix(prefix);
    const folder = path.join(this.#root, prefix);
    // Retries: an upload that is still running may add a file while the folder is emptied.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    await this.#folders.sync(path.dirname(folder)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }

  #file(key: string): string {
    checkKey(key);
    return path.join(this.#root, key);
  }

  /** Creates a file, and its folder unless that is there. */
  async #create(file: string): Promise<DurableFile> {
    const folder = path.dirname(file);
    if (this.#folders.wasEnsured(folder)) {
      const created = await unlessMissing(DurableFile.open(file, 'wx', fileMode));
      if (created !== undefined) return created;
    }
    await this.#folders.ensure(folder);
    return DurableFile.open(file, 'wx', fileMode);
  }

  /** Lets `write` fill a temporary file and gives it its name once it is durable; removes it on any error. */
  async #appear<Result>(file: string, write: (temporary: string) => Promise<Result>): Promise<Result> {
    const folder = path.dirname(file);
    const temporary = path.join(folder, `.incoming-${randomUUID()}`);
    try {
      const result = await write(temporary);
      await rename(temporary, file);
      await this.#folders.sync(folder);
      return result;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}

/** @throws ContentMismatchError as soon as the content cannot be the expected one. Leaves the stream open. */
async function writeAll(file: DurableFile, content: Readable, expected: PutExpectation): Promise<PutResult> {
  const hash = createHash('sha256');
  let byteLength = 0;
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  const write = async (): Promise<void> => {
    await file.write(gathered);
    gathered = [];
    gatheredBytes = 0;
  };
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array | string);
    byteLength += bytes.length;
    if (byteLength > (expected.byteLength ?? Infinity)) throw new ContentMismatchError('length');
    hash.update(bytes);
    gathered.push(bytes);
    gatheredBytes += bytes.length;
    if (gatheredBytes >= bytesPerWrite) await write();
  }
  if (byteLength !== (expected.byteLength ?? byteLength)) throw new ContentMismatchError('length');
  const sha256 = hash.digest('hex');
  if (sha256 !== (expected.sha256 ?? sha256)) throw new ContentMismatchError('hash');
  if (gatheredBytes > 0) await write();
  return { byteLength, sha256 };
}

async function describeFile(key: string, file: string): Promise<StoredObject | undefined> {
  const found = await unlessMissing(stat(file));
  return found?.isFile() === true ? { key, byteLength: found.size, modifiedAt: found.mtime } : undefined;
}

async function found<Result>(key: string, access: Promise<Result>): Promise<Result> {
  const result = await unlessMissing(access.then((value) => ({ value })));
  if (result === undefined) throw new ContentMissingError(key);
  return result.value;
}

async function unlessMissing<Result>(access: Promise<Result>): Promise<Result | undefined> {
  try {
    return await access;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
