import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { publishedKey, stagedKey } from '@crowd-recital/core/storage/keys.js';

/** The manifest comes last: who finds it finds everything it tells of. */
const order = ['source', 'main', 'light', 'transcript', 'manifest'] as const;

/**
 * Copies what an epoch staged to the fixed names, inside the store. Doing it again changes nothing.
 * @throws when a copy is not as long as what was staged.
 */
export async function publishArtifacts(
  store: ContentStore,
  sessionId: string,
  { epoch, files }: FinishedArtifacts,
  signal?: AbortSignal,
): Promise<void> {
  for (const name of order) {
    signal?.throwIfAborted();
    const { fileName, contentType, byteLength } = files[name];
    const key = publishedKey(sessionId, fileName);
    await store.copy(stagedKey(sessionId, epoch, fileName), key, contentType);
    if ((await store.head(key))?.byteLength !== byteLength) {
      throw new Error(`${fileName} was not published as it was staged.`);
    }
  }
}
