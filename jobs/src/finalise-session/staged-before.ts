import type { FinalisationResult } from '@crowd-recital/core/session/finalisation-commit.js';
import type { FinalisationManifest } from '@crowd-recital/core/session/finalisation-manifest.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';
import { sourceOffsets } from './concatenate-segments.js';

/**
 * What an earlier finalisation of the very same content had staged before it ended; any machine can go on from it.
 * @returns undefined when there is none, or not all of it is in the store any more.
 */
export async function stagedBefore(
  store: ContentStore,
  manifest: FinalisationManifest,
): Promise<FinalisationResult | undefined> {
  const { session, contentVersion } = manifest;
  const staged = session.staged ?? null;
  if (staged?.contentVersion !== contentVersion || staged.artifacts.store !== store.kind) return undefined;
  if (staged.heard === undefined) return undefined;
  for (const { fileName, byteLength } of Object.values(staged.artifacts.files)) {
    const stored = await store.head(stagedKey(session.id, staged.artifacts.epoch, fileName));
    if (stored?.byteLength !== byteLength) return undefined;
  }
  return {
    artifacts: staged.artifacts,
    durationSeconds: staged.durationSeconds,
    attention: staged.attention,
    heard: staged.heard,
    sourceOffsets: sourceOffsets(manifest),
  };
}
