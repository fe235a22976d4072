import type { Readable } from 'node:stream';
import {
  ContentMissingError,
  type ByteRange,
  type ContentStore,
  type LinkOptions,
  type PutExpectation,
  type PutResult,
  type StoredObject,
} from './content-store.js';

/**
 * A store that took the place of another one: everything new goes to the one in use; what is not there is read from
 * the earlier one; what is deleted is deleted in both.
 */
export class WithEarlierStore implements ContentStore {
  readonly kind: ContentStore['kind'];
  readonly earlier: ContentStore['kind'];
  readonly #current: ContentStore;
  readonly #earlier: ContentStore;

  constructor(current: ContentStore, earlier: ContentStore) {
    this.kind = current.kind;
    this.earlier = earlier.kind;
    this.#current = current;
    this.#earlier = earlier;
  }

  async put(
    key: string,
    content: Readable,
    contentType: string,
    expected?: PutExpectation,
  ): Promise<PutResult> {
    return this.#current.put(key, content, contentType, expected);
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      return await this.#current.get(key, range);
    } catch (error) {
      if (!(error instanceof ContentMissingError)) throw error;
      return this.#earlier.get(key, range);
    }
  }

  async head(key: string): Promise<StoredObject | undefined> {
    return (await this.#current.head(key)) ?? (await this.#earlier.head(key));
  }

  async copy(from: string, to: string, contentType: string): Promise<void> {
    try {
      await this.#current.copy(from, to, contentType);
    } catch (error) {
      if (!(error instanceof ContentMissingError)) throw error;
      await this.#current.put(to, await this.#earlier.get(from), contentType);
    }
  }

  async delete(key: string): Promise<void> {
    await this.#current.delete(key);
    await this.#earlier.delete(key);
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    const listed = new Set<string>();
    for await (const object of this.#current.list(prefix)) {
      listed.add(object.key);
      yield object;
    }
    for await (const object of this.#earlier.list(prefix)) if (!listed.has(object.key)) yield object;
  }

  async deletePrefix(prefix: string): Promise<void> {
    await this.#current.deletePrefix(prefix);
    await this.#earlier.deletePrefix(prefix);
  }

  async link(key: string, options: LinkOptions): Promise<string | undefined> {
    return (await this.#current.head(key)) === undefined ? undefined : this.#current.link?.(key, options);
  }
}
