import { publishedFiles, type FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { publishedKey, stagedKey } from '@crowd-recital/core/storage/keys.js';

/**
 * Copies what an epoch staged to the fixed names, inside the store. Doing it again changes nothing.
 * @throws when a copy is not as long as what was staged.
 */
export async function publishArtifacts(
  store: ContentStore,
  sessionId: string,
  artifacts: FinishedArtifacts,
  signal?: AbortSignal,
): Promise<void> {
  for (const { epoch, fileName, contentType, byteLength } of publishedFiles(artifacts)) {
    signal?.throwIfAborted();
    const key = publishedKey(sessionId, fileName);
    await store.copy(stagedKey(sessionId, epoch, fileName), key, contentType);
    if ((await store.head(key))?.byteLength !== byteLength) {
      throw new Error(`${fileName} was not published as it was staged.`);
    }
  }
}
