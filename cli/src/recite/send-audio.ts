import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { AudioFile } from '../audio/read-audio-file.js';
import type { GraphqlClient } from '../graphql/graphql-client.js';
import { withRetries } from '../graphql/with-retries.js';
import { uploadAudioSegment } from './operations.js';

/** Proxies that nobody configured refuse more than 1 MB. */
const usualSegmentBytes = 900_000;

/** Where the voice goes. */
interface Destination {
  readonly client: GraphqlClient;
  readonly sessionId: string;
  /** The largest segment that the server takes. */
  readonly maxSegmentBytes: number;
}

/**
 * Sends a file as it is, as segments in order, each with its hash; one that got no answer is sent again.
 * @param onSent - hears how many bytes of the file have arrived so far
 * @returns how many segments it became
 * @throws CallFailure
 */
export async function sendAudio(
  { client, sessionId, maxSegmentBytes }: Destination,
  { file, mimeType }: Pick<AudioFile, 'file' | 'mimeType'>,
  onSent: (bytes: number) => void,
): Promise<number> {
  const segmentBytes = Math.min(maxSegmentBytes, usualSegmentBytes);
  const handle = await open(file);
  try {
    let sent = 0;
    for (let sequence = 0; ; sequence++) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(segmentBytes), 0, segmentBytes, sent);
      if (bytesRead === 0) return sequence;
      const bytes = buffer.subarray(0, bytesRead);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const audio = new Blob([bytes], { type: mimeType });
      const segment = { sessionId, sequence, byteLength: bytesRead, sha256, mimeType, audio };
      await withRetries(() => client.call(uploadAudioSegment, segment));
      sent += bytesRead;
      onSent(sent);
    }
  } finally {
    await handle.close();
  }
}
