import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Claim } from '@crowd-recital/core/session/finalisation-claim.js';
import type { Artifact } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { stagedKey } from '@crowd-recital/core/storage/keys.js';

/** A file in a work folder, measured. */
export async function describeArtifact(
  folder: string,
  fileName: string,
  contentType: string,
): Promise<Artifact> {
  const { byteLength, sha256 } = await measure(createReadStream(path.join(folder, fileName)));
  return { fileName, contentType, byteLength, sha256 };
}

/**
 * Puts a file below its epoch's prefix and reads it back: a store may say yes and hold something else.
 * @throws unless what the store gives back is what the work folder holds.
 */
export async function storeArtifact(
  store: ContentStore,
  claim: Claim,
  folder: string,
  artifact: Artifact,
): Promise<void> {
  const key = stagedKey(claim.sessionId, claim.epoch, artifact.fileName);
  const content = createReadStream(path.join(folder, artifact.fileName));
  try {
    await store.put(key, content, artifact.contentType, artifact);
  } finally {
    content.destroy();
  }
  if (!(await isStored(store, key, artifact))) {
    throw new Error(`${artifact.fileName} is not in the store as it was put.`);
  }
}

/** True when there is an object at `key` and it holds the artifact's bytes. */
export async function isStored(store: ContentStore, key: string, artifact: Artifact): Promise<boolean> {
  if ((await store.head(key))?.byteLength !== artifact.byteLength) return false;
  return (await measure(await store.get(key))).sha256 === artifact.sha256;
}

async function measure(
  content: AsyncIterable<unknown>,
): Promise<{ readonly byteLength: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let byteLength = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    hash.update(chunk);
    byteLength += chunk.length;
  }
  return { byteLength, sha256: hash.digest('hex') };
}
