import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { sniffLength } from '@crowd-recital/core/audio/sniff-container.js';
import type { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { inTurn } from './in-turn.js';
import { readSegment } from './read-segment.js';

/** The source: the recorder's stream, byte for byte. */
export interface ConcatenatedSource {
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  /** Its first bytes. */
  readonly head: Buffer;
}

/** Segments that are asked for before their turn: a store far away answers each one after a while. */
const readAhead = 8;

/**
 * Writes the bytes of all segments to a file, in order, each checked on its way. A segment is no file of its own (a
 * recorder's slices end in the middle of a block), so nothing is ever transcoded by the segment.
 * @param file - absolute path of a file that is not there yet.
 */
export async function concatenateSegments(
  store: ContentStore,
  { session, audioSegments }: FinalisationManifest,
  file: string,
  signal: AbortSignal,
): Promise<ConcatenatedSource> {
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  let head = Buffer.alloc(0);
  let byteLength = 0;
  try {
    const read = (segment: AudioSegment): Promise<Buffer> =>
      readSegment(store, session.id, segment, session.artifacts ?? null);
    for await (const bytes of inTurn(audioSegments, read, readAhead)) {
      signal.throwIfAborted();
      if (head.length < sniffLength)
        head = Buffer.concat([head, bytes.subarray(0, sniffLength - head.length)]);
      hash.update(bytes);
      byteLength += bytes.length;
      await handle.writeFile(bytes);
    }
  } finally {
    await handle.close();
  }
  return { byteLength, sha256: hash.digest('hex'), head };
}

/** Where each segment's bytes begin in the source. */
export function sourceOffsets({ audioSegments }: Pick<FinalisationManifest, 'audioSegments'>): {
  readonly sequence: number;
  readonly offset: number;
}[] {
  let next = 0;
  return audioSegments.map(({ sequence, byteLength }) => {
    const offset = next;
    next += byteLength;
    return { sequence, offset };
  });
}
