import type { Config } from '@crowd-recital/core/config/config.js';

/** Where links into the bucket lead: Amazon addresses it by its name, or by path when that has dots in it. */
export function bucketOrigins(s3: Config['s3']): string[] {
  if (s3 === undefined) return [];
  const { bucket, region, endpoint, publicEndpoint = endpoint } = s3;
  if (publicEndpoint !== undefined) return [new URL(publicEndpoint).origin];
  return [`https://${bucket}.s3.${region}.amazonaws.com`, `https://s3.${region}.amazonaws.com`];
}
