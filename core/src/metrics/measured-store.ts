import type { Readable } from 'node:stream';
import { AppError } from '../errors/app-error.js';
import {
  ContentMismatchError,
  ContentMissingError,
  type ByteRange,
  type ContentStore,
  type LinkOptions,
  type PutExpectation,
  type PutResult,
  type StoredObject,
} from '../storage/content-store.js';
import { traced } from '../tracing/tracing.js';
import { storeErrors, storeSeconds, type StoreOperation } from './registry.js';

/** A store of which every operation is timed and traced, and every failure counted. */
export class MeasuredStore implements ContentStore {
  readonly kind: ContentStore['kind'];
  readonly earlier?: ContentStore['kind'];
  readonly link?: NonNullable<ContentStore['link']>;
  readonly #store: ContentStore;

  constructor(store: ContentStore) {
    this.#store = store;
    this.kind = store.kind;
    if (store.earlier !== undefined) this.earlier = store.earlier;
    if (store.link !== undefined) {
      const link = store.link.bind(store);
      this.link = (key: string, options: LinkOptions) => measured('link', () => link(key, options));
    }
  }

  put(key: string, content: Readable, contentType: string, expected?: PutExpectation): Promise<PutResult> {
    return measured('put', () => this.#store.put(key, content, contentType, expected));
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    const content = await measured('get', () => this.#store.get(key, range));
    return content.once('error', (error) => countFailure('get', error));
  }

  head(key: string): Promise<StoredObject | undefined> {
    return measured('head', () => this.#store.head(key));
  }

  copy(from: string, to: string, contentType: string): Promise<void> {
    return measured('copy', () => this.#store.copy(from, to, contentType));
  }

  delete(key: string): Promise<void> {
    return measured('delete', () => this.#store.delete(key));
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    try {
      yield* this.#store.list(prefix);
    } catch (error) {
      countFailure('list', error);
      throw error;
    }
  }

  deletePrefix(prefix: string): Promise<void> {
    return measured('delete', () => this.#store.deletePrefix(prefix));
  }
}

async function measured<Result>(operation: StoreOperation, work: () => Promise<Result>): Promise<Result> {
  const end = storeSeconds.startTimer({ operation });
  try {
    return await traced(`store ${operation}`, {}, work);
  } catch (error) {
    countFailure(operation, error);
    throw error;
  } finally {
    end();
  }
}

/** What was not there, was not as announced or broke off on its way to us is no failure of the store. */
function countFailure(operation: StoreOperation, error: unknown): void {
  const expected =
    error instanceof AppError ||
    error instanceof ContentMissingError ||
    error instanceof ContentMismatchError ||
    (error instanceof Error && (error.name === 'AbortError' || isClosedEarly(error)));
  if (!expected) storeErrors.inc({ operation });
}

function isClosedEarly(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
