import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ContentMismatchError, type PutExpectation } from '../content-store.js';

/** Above this many bytes content waits in a temporary file: two segments of the largest size stay in memory. */
const memoryLimit = 4 * 1024 * 1024;

/** Content that was read to its end and can be sent again as often as a retry needs it. */
export interface HeldContent {
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  /** The bytes anew. */
  body(): Uint8Array | Readable;
  release(): Promise<void>;
}

/**
 * Reads a stream to its end, measuring it. S3 wants length and checksum before the first byte, and a failed
 * request wants the same bytes again; a stream that came over the network gives them only once.
 * @throws ContentMismatchError as soon as the content is longer than announced, or at its end.
 */
export async function holdContent(content: Readable, expected: PutExpectation): Promise<HeldContent> {
  const hash = createHash('sha256');
  const spill = new SpillFile();
  let chunks: Buffer[] = [];
  let byteLength = 0;
  try {
    for await (const read of content.iterator({ destroyOnReturn: false })) {
      const chunk = Buffer.isBuffer(read) ? read : Buffer.from(read as Uint8Array | string);
      byteLength += chunk.length;
      if (expected.byteLength !== undefined && byteLength > expected.byteLength) {
        throw new ContentMismatchError('length');
      }
      hash.update(chunk);
      chunks.push(chunk);
      if (byteLength > memoryLimit) {
        for (const waiting of chunks) await spill.write(waiting);
        chunks = [];
      }
    }
    const sha256 = hash.digest('hex');
    if (expected.byteLength !== undefined && byteLength !== expected.byteLength) {
      throw new ContentMismatchError('length');
    }
    if (expected.sha256 !== undefined && sha256 !== expected.sha256) throw new ContentMismatchError('hash');
    await spill.finish();
    const bytes = Buffer.concat(chunks);
    return {
      byteLength,
      sha256,
      body: () => (spill.used ? createReadStream(spill.file) : bytes),
      release: () => spill.remove(),
    };
  } catch (error) {
    await spill.remove();
    throw error;
  }
}

/** A temporary file that is made when the first byte is written to it. */
class SpillFile {
  readonly file = path.join(tmpdir(), `crowd-recital-${randomUUID()}`);
  private handle: Awaited<ReturnType<typeof open>> | undefined;
  used = false;

  async write(bytes: Buffer): Promise<void> {
    this.handle ??= await open(this.file, 'wx', 0o600);
    this.used = true;
    await this.handle.write(bytes);
  }

  async finish(): Promise<void> {
    await this.handle?.close();
    this.handle = undefined;
  }

  async remove(): Promise<void> {
    await this.finish();
    if (this.used) await rm(this.file, { force: true });
  }
}
