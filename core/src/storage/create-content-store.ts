import { existsSync } from 'node:fs';
import type { Config } from '../config/config.js';
import type { ContentStore } from './content-store.js';
import { LocalContentStore } from './local-content-store.js';

/**
 * The store that the configuration asks for. Recordings that this machine took in before a bucket was named stay
 * where they are, and stay playable.
 */
export async function createContentStore(
  config: Pick<Config, 'contentFolder' | 's3'>,
): Promise<ContentStore> {
  const local = new LocalContentStore(config.contentFolder);
  if (config.s3 === undefined) return local;
  // Loaded here: who stores locally does not pay for Amazon's SDK.
  const { S3ContentStore } = await import('./s3/s3-content-store.js');
  const bucket = new S3ContentStore(config.s3);
  if (!existsSync(config.contentFolder)) return bucket;
  const { WithEarlierStore } = await import('./with-earlier-store.js');
  return new WithEarlierStore(bucket, local);
}
