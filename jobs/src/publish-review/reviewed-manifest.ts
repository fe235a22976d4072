import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Claim } from '@crowd-recital/core/session/finalisation-claim.js';
import type { FinishedArtifacts, ReviewedManifest } from '@crowd-recital/core/session/finished-artifacts.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { publishedKey, stagedKey } from '@crowd-recital/core/storage/keys.js';
import { isStored } from '../finalise-session/store-artifact.js';

/**
 * The manifest as the finalisation made it, without any review.
 * @throws unless it holds what the session's row says.
 */
export async function readMadeManifest(
  store: ContentStore,
  sessionId: string,
  { epoch, files: { manifest } }: FinishedArtifacts,
): Promise<object> {
  const bytes = await buffer(await store.get(stagedKey(sessionId, epoch, manifest.fileName)));
  if (sha256Of(bytes) !== manifest.sha256) throw new Error(`${manifest.fileName} is not as it was made.`);
  return JSON.parse(bytes.toString('utf8')) as object;
}

/**
 * Puts a manifest below the claim's epoch and reads it back.
 * @throws unless what the store gives back is what was put.
 */
export async function stageManifest(
  store: ContentStore,
  { sessionId, epoch }: Claim,
  content: object,
): Promise<ReviewedManifest> {
  const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`, 'utf8');
  const manifest = {
    fileName: 'manifest.json',
    contentType: 'application/json',
    byteLength: bytes.length,
    sha256: sha256Of(bytes),
  };
  const key = stagedKey(sessionId, epoch, manifest.fileName);
  await store.put(key, Readable.from([bytes]), manifest.contentType, manifest);
  if (!(await isStored(store, key, manifest))) {
    throw new Error(`${manifest.fileName} is not in the store as it was put.`);
  }
  return { ...manifest, epoch };
}

/** Copies it to its fixed name. @throws when the copy is not as long. */
export async function publishManifest(
  store: ContentStore,
  sessionId: string,
  { epoch, fileName, contentType, byteLength }: ReviewedManifest,
): Promise<void> {
  const key = publishedKey(sessionId, fileName);
  await store.copy(stagedKey(sessionId, epoch, fileName), key, contentType);
  if ((await store.head(key))?.byteLength !== byteLength) {
    throw new Error(`${fileName} was not published as it was staged.`);
  }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
