import { createHash, type Hash } from 'node:crypto';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import type { OldFinalisation } from './old-finalisations.js';

/**
 * Reads the stored source back, and finds every segment's bytes at its offset in it.
 * @throws unless each hash is the one that was acknowledged: then nothing may be deleted.
 */
export async function checkSource(
  store: ContentStore,
  { session, artifacts, segments }: OldFinalisation,
): Promise<void> {
  const { fileName, sha256 } = artifacts.files.source;
  const whole = createHash('sha256');
  const parts = new SegmentHashes(segments);
  for await (const chunk of (await store.get(
    stagedKey(session.id, artifacts.epoch, fileName),
  )) as AsyncIterable<Buffer>) {
    whole.update(chunk);
    parts.update(chunk);
  }
  if (whole.digest('hex') !== sha256) throw new Error(`The stored source of ${session.id} is damaged.`);
  const damaged = parts.firstThatDiffers();
  if (damaged !== undefined) {
    throw new Error(`Segment ${damaged} of ${session.id} does not lie in the source as it was acknowledged.`);
  }
}

interface ExpectedSegment {
  readonly sequence: number;
  readonly sourceOffset: number;
  readonly byteLength: number;
  readonly sha256: string;
}

/** Hashes the parts of a stream that segments claim, as it goes by. */
class SegmentHashes {
  readonly #segments: readonly { readonly expected: ExpectedSegment; readonly hash: Hash }[];
  #position = 0;

  constructor(segments: readonly ExpectedSegment[]) {
    this.#segments = segments.map((expected) => ({ expected, hash: createHash('sha256') }));
  }

  update(chunk: Buffer): void {
    for (const { expected, hash } of this.#segments) {
      const from = expected.sourceOffset - this.#position;
      const part = chunk.subarray(Math.max(from, 0), Math.max(from + expected.byteLength, 0));
      if (part.length > 0) hash.update(part);
    }
    this.#position += chunk.length;
  }

  firstThatDiffers(): number | undefined {
    return this.#segments.find(({ expected, hash }) => hash.digest('hex') !== expected.sha256)?.expected
      .sequence;
  }
}
