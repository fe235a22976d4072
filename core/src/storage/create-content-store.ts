import type { Config } from '../config/config.js';
import type { ContentStore } from './content-store.js';
import { LocalContentStore } from './local-content-store.js';
import { S3ContentStore } from './s3/s3-content-store.js';

/** The store that the configuration asks for. */
export function createContentStore(config: Pick<Config, 'contentFolder' | 's3'>): ContentStore {
  return config.s3 === undefined
    ? new LocalContentStore(config.contentFolder)
    : new S3ContentStore(config.s3);
}
