import type { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  ContentMissingError,
  type ByteRange,
  type ContentStore,
  type LinkOptions,
  type PutExpectation,
  type PutResult,
  type StoredObject,
} from '../content-store.js';
import { checkKey, checkPrefix } from '../keys.js';
import { deleteAllVersions } from './delete-all-versions.js';
import { holdContent, type HeldContent } from './hold-content.js';

/** Which bucket, and how to reach it. */
export interface S3Options {
  readonly bucket: string;
  readonly region: string;
  /** Another store that speaks S3; undefined: Amazon's. */
  readonly endpoint?: string | undefined;
  /** Where browsers reach it; undefined: at `endpoint`. */
  readonly publicEndpoint?: string | undefined;
  /** Undefined: the SDK looks for credentials itself (role of the machine, profile). */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
  /** Milliseconds without a byte in either direction after which a request is given up; a minute unless told. */
  readonly idleTimeout?: number;
}

/** Milliseconds for a connection. The SDK itself waits for ever, for a connection as for an answer. */
const connectionTimeout = 5_000;

/** Tries of one put; each sends the held bytes anew. The SDK cannot repeat a streamed body by itself. */
const putAttempts = 4;

/**
 * Voices in an S3 bucket. A put names length and SHA-256, so that the store itself refuses bytes that were
 * changed on the way, and is looked at again before it counts: a 200 alone is no proof.
 */
export class S3ContentStore implements ContentStore {
  readonly kind = 's3';
  readonly client: S3Client;
  readonly bucket: string;
  readonly #signer: S3Client;

  constructor(options: S3Options) {
    this.bucket = options.bucket;
    this.client = connect(options);
    // The host's name is part of a link's signature.
    const { publicEndpoint } = options;
    this.#signer =
      publicEndpoint === undefined ? this.client : connect({ ...options, endpoint: publicEndpoint });
  }

  async put(
    key: string,
    content: Readable,
    contentType: string,
    expected: PutExpectation = {},
  ): Promise<PutResult> {
    checkKey(key);
    const held = await holdContent(content, expected);
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await this.putOnce(key, held, contentType);
          return { byteLength: held.byteLength, sha256: held.sha256 };
        } catch (error) {
          if (attempt === putAttempts || isRefusal(error)) throw error;
        }
      }
    } finally {
      await held.release();
    }
  }

  private async putOnce(key: string, held: HeldContent, contentType: string): Promise<void> {
    const checksum = Buffer.from(held.sha256, 'hex').toString('base64');
    const object = { Bucket: this.bucket, Key: key };
    await this.client.send(
      new PutObjectCommand({
        ...object,
        Body: held.body(),
        ContentLength: held.byteLength,
        ContentType: contentType,
        ChecksumSHA256: checksum,
      }),
    );
    const stored = await this.client.send(new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }));
    if (
      stored.ContentLength !== held.byteLength ||
      (stored.ChecksumSHA256 !== undefined && stored.ChecksumSHA256 !== checksum)
    ) {
      throw new Error(`The store answered that ${key} is there, but holds other bytes.`);
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    checkKey(key);
    const answer = await this.orMissing(
      key,
      this.client.send(
        new GetObjectCommand({
          Bucket: this.bucket,
          Key: key,
          ...(range === undefined ? {} : { Range: `bytes=${range.from}-${range.to}` }),
        }),
      ),
    );
    if (answer.Body === undefined) throw new Error(`The store gave no content for ${key}.`);
    return answer.Body as Readable;
  }

  async head(key: string): Promise<StoredObject | undefined> {
    checkKey(key);
    try {
      const answer = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return { key, byteLength: answer.ContentLength ?? 0, modifiedAt: answer.LastModified ?? new Date(0) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async copy(from: string, to: string, contentType: string): Promise<void> {
    checkKey(from);
    checkKey(to);
    await this.orMissing(
      from,
      this.client.send(
        new CopyObjectCommand({
          Bucket: this.bucket,
          Key: to,
          CopySource: `${this.bucket}/${encodeURIComponent(from).replaceAll('%2F', '/')}`,
          ContentType: contentType,
          MetadataDirective: 'REPLACE',
          ChecksumAlgorithm: 'SHA256',
        }),
      ),
    );
  }

  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    if (prefix !== '') checkPrefix(prefix);
    for await (const page of paginateListObjectsV2(
      { client: this.client },
      { Bucket: this.bucket, Prefix: prefix },
    )) {
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) {
          yield { key: Key, byteLength: Size ?? 0, modifiedAt: LastModified ?? new Date(0) };
        }
      }
    }
  }

  /** The whole seconds up to the end are part of the signature. */
  async link(key: string, { contentType, expiresAt }: LinkOptions): Promise<string> {
    checkKey(key);
    const command = new GetObjectCommand({
      Bucket: this.bucket,
      Key: key,
      ResponseContentType: contentType,
      ResponseCacheControl: 'private, no-store',
      ResponseContentDisposition: `inline; filename="${key.split('/').at(-1) ?? ''}"`,
    });
    const expiresIn = Math.max(1, Math.floor((expiresAt.getTime() - Date.now()) / 1000));
    return getSignedUrl(this.#signer, command, { expiresIn });
  }

  async deletePrefix(prefix: string): Promise<void> {
    checkPrefix(prefix);
    await deleteAllVersions(this.client, this.bucket, prefix);
  }

  private async orMissing<Answer>(key: string, answer: Promise<Answer>): Promise<Answer> {
    try {
      return await answer;
    } catch (error) {
      if (isMissing(error)) throw new ContentMissingError(key);
      throw error;
    }
  }
}

function connect({ region, endpoint, credentials, idleTimeout = 60_000 }: S3Options): S3Client {
  return new S3Client({
    region,
    maxAttempts: 4,
    requestHandler: { connectionTimeout, socketTimeout: idleTimeout },
    // Stores other than Amazon's are rarely reachable by a host name per bucket.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

/** The store understood and said no: the same request again gets the same answer. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  const status = error.$metadata.httpStatusCode ?? 500;
  // BadDigest: the bytes were changed on the way, and the held ones are still right.
  return status >= 400 && status < 500 && status !== 429 && status !== 408 && error.name !== 'BadDigest';
}
