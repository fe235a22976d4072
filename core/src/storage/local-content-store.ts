import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, readdir, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
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
import { DurableFolders } from './durable-folders.js';
import { checkKey, checkPrefix } from './keys.js';

/** Voice is for the process alone; the API hands it out. */
const fileMode = 0o600;

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
      const handle = await open(temporary, 'wx', fileMode);
      try {
        const result = await writeAll(handle, content, expected);
        await handle.sync();
        return result;
      } finally {
        await handle.close();
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
      await found(from, copyFile(source, temporary, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE));
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
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

  /** Lets `write` fill a temporary file and gives it its name once it is durable; removes it on any error. */
  async #appear<Result>(file: string, write: (temporary: string) => Promise<Result>): Promise<Result> {
    const folder = path.dirname(file);
    await this.#folders.ensure(folder);
    const temporary = path.join(folder, `.incoming-${randomBytes(9).toString('hex')}`);
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
async function writeAll(handle: FileHandle, content: Readable, expected: PutExpectation): Promise<PutResult> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of content.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as Uint8Array | string);
    byteLength += bytes.length;
    if (byteLength > (expected.byteLength ?? Infinity)) throw new ContentMismatchError('length');
    hash.update(bytes);
    await handle.writeFile(bytes);
  }
  if (byteLength !== (expected.byteLength ?? byteLength)) throw new ContentMismatchError('length');
  const sha256 = hash.digest('hex');
  if (sha256 !== (expected.sha256 ?? sha256)) throw new ContentMismatchError('hash');
  return { byteLength, sha256 };
}

async function describeFile(key: string, file: string): Promise<StoredObject | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() ? { key, byteLength: found.size, modifiedAt: found.mtime } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function found<Result>(key: string, access: Promise<Result>): Promise<Result> {
  try {
    return await access;
  } catch (error) {
    if (isMissing(error)) throw new ContentMissingError(key);
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
