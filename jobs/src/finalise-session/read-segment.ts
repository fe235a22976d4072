import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import { ContentMissingError, type ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';

/** The store does not hold what was acknowledged. */
export class SegmentDamagedError extends Error {
  constructor(sequence: number, found: string) {
    super(`Segment ${sequence} is not in the store as it was acknowledged: ${found}.`);
    this.name = 'SegmentDamagedError';
  }
}

/**
 * The bytes of a segment, checked against its row. Segments that were deleted after an earlier finalisation are taken
 * from the source which that one stored: this is how a late segment is still put in its place.
 * @param earlier - what the session's row holds of that finalisation.
 * @throws SegmentDamagedError unless length and hash are those that were acknowledged.
 */
export async function readSegment(
  store: ContentStore,
  sessionId: string,
  segment: AudioSegment,
  earlier: FinishedArtifacts | null,
): Promise<Buffer> {
  const bytes = await readAll(await open(store, sessionId, segment, earlier), segment);
  if (bytes.length !== segment.byteLength) {
    throw new SegmentDamagedError(segment.sequence, `${bytes.length} bytes instead of ${segment.byteLength}`);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== segment.sha256) {
    throw new SegmentDamagedError(segment.sequence, 'its bytes have another hash');
  }
  return bytes;
}

async function open(
  store: ContentStore,
  sessionId: string,
  segment: AudioSegment,
  earlier: FinishedArtifacts | null,
): Promise<Readable> {
  try {
    return await store.get(segment.storageKey);
  } catch (error) {
    const offset = segment.sourceOffset ?? null;
    if (!(error instanceof ContentMissingError)) throw error;
    if (earlier === null || offset === null) throw new SegmentDamagedError(segment.sequence, 'it is gone');
    const source = stagedKey(sessionId, earlier.epoch, earlier.files.source.fileName);
    return store.get(source, { from: offset, to: offset + segment.byteLength - 1 });
  }
}

/** Stops reading once there is more than there may be. */
async function readAll(stream: Readable, { byteLength, sequence }: AudioSegment): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > byteLength) throw new SegmentDamagedError(sequence, `more than ${byteLength} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
