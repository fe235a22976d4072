import type { Readable } from 'node:stream';
import type { ContentStoreKind } from '../session/recital-session.entity.js';

/** Bytes that lie in a store. */
export interface StoredObject {
  readonly key: string;
  readonly byteLength: number;
  readonly modifiedAt: Date;
}

/** What a put made durable, measured while the bytes went by. */
export interface PutResult {
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
}

/** What the sender said of the bytes; a put that finds otherwise stores nothing and throws. */
export interface PutExpectation {
  readonly byteLength?: number;
  /** Hex. */
  readonly sha256?: string;
}

/** From and to are byte positions, both included, as in an HTTP Range header. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A link by which somebody reads one object without asking us. */
export interface LinkOptions {
  readonly contentType: string;
  readonly expiresAt: Date;
}

/** The bytes that came are not those that were announced. Nothing was stored. */
export class ContentMismatchError extends Error {
  readonly difference: 'length' | 'hash';

  constructor(difference: 'length' | 'hash') {
    super(`The ${difference} of the content is not the one that was announced.`);
    this.name = 'ContentMismatchError';
    this.difference = difference;
  }
}

/** No object has this key. */
export class ContentMissingError extends Error {
  constructor(key: string) {
    super(`There is no stored object ${key}.`);
    this.name = 'ContentMissingError';
  }
}

/**
 * Where voices lie: a local directory or an S3 bucket. Keys are made by `keys.ts` only.
 * A promise that resolves means durable: it survives the loss of power (local: fsync of file and folder).
 */
export interface ContentStore {
  readonly kind: ContentStoreKind;
  /** The kind of store that was used before, and is still read from. */
  readonly earlier?: ContentStoreKind;
  /**
   * Stores a stream under a key, whole or not at all. The same key may be written again with the same bytes.
   * A put that fails leaves the rest of the stream unread: draining or destroying it is the caller's.
   * @throws ContentMismatchError when `expected` is not met.
   */
  put(key: string, content: Readable, contentType: string, expected?: PutExpectation): Promise<PutResult>;
  /** A range that ends behind the object is cut there. @throws ContentMissingError */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** @returns undefined when there is no such object. */
  head(key: string): Promise<StoredObject | undefined>;
  /** Copies inside the store, whole or not at all, replacing what was there. @throws ContentMissingError */
  copy(from: string, to: string, contentType: string): Promise<void>;
  /** Deletes one object; one that is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every object below a prefix that ends in `/`, or all for the empty prefix, in no special order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Deletes everything below a prefix that ends in `/`, temporary remains and old versions included. */
  deletePrefix(prefix: string): Promise<void>;
  /**
   * A link to one object, where the store itself serves browsers.
   * @returns undefined for an object that it does not serve.
   */
  link?(key: string, options: LinkOptions): Promise<string | undefined>;
}
