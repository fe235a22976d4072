import type { Readable } from 'node:stream';
import { AppError } from '@crowd-recital/core/errors/app-error.js';
import { uploadedBytes, uploads, uploadSeconds } from '@crowd-recital/core/metrics/registry.js';

/**
 * Counts one segment of audio that is taken in. Its time begins when its last byte is here: how fast a speaker's link
 * is says nothing of the server.
 */
export async function measureUpload<Result>(
  { content, byteLength }: { readonly content: Readable; readonly byteLength: number },
  take: () => Promise<Result>,
): Promise<Result> {
  let arrived = performance.now();
  content.once('end', () => {
    arrived = performance.now();
  });
  try {
    const result = await take();
    uploads.inc({ outcome: 'accepted' });
    uploadedBytes.inc(byteLength);
    uploadSeconds.observe((performance.now() - arrived) / 1000);
    return result;
  } catch (error) {
    uploads.inc({ outcome: error instanceof AppError ? 'refused' : 'failed' });
    throw error;
  }
}
