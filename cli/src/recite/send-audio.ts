import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { GraphqlClient } from '../graphql/graphql-client.js';
import { withRetries } from '../graphql/with-retries.js';
import { uploadAudioSegment } from './operations.js';

/** Proxies that nobody configured refuse more than 1 MB. */
const usualSegmentBytes = 900_000;

/**
 * Sends a file as it is, as segments in order, each with its hash; one that got no answer is sent again.
 * @param options.onSent - hears how many bytes of the file have arrived so far
 * @returns how many segments it became
 * @throws CallFailure
 */
export async function sendAudio(
  client: GraphqlClient,
  options: {
    readonly sessionId: string;
    readonly file: string;
    readonly mimeType: string;
    readonly maxSegmentBytes: number;
    readonly onSent: (bytes: number) => void;
  },
): Promise<number> {
  const { sessionId, mimeType, onSent } = options;
  const segmentBytes = Math.min(options.maxSegmentBytes, usualSegmentBytes);
  const file = await open(options.file);
  try {
    let sequence = 0;
    let sent = 0;
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(segmentBytes), 0, segmentBytes, sent);
      if (bytesRead === 0) return sequence;
      const bytes = buffer.subarray(0, bytesRead);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const audio = new Blob([bytes], { type: mimeType });
      const segment = { sessionId, sequence, byteLength: bytesRead, sha256, mimeType, audio };
      await withRetries(() => client.call(uploadAudioSegment, segment));
      sequence += 1;
      sent += bytesRead;
      onSent(sent);
    }
  } finally {
    await file.close();
  }
}
