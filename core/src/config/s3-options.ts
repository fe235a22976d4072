import type { S3Options } from '../storage/s3/s3-content-store.js';
import { awsCredentials } from './aws-credentials.js';
import type { Environment } from './environment.js';

/** @returns undefined where recordings are stored in a folder. */
export function s3Options(environment: Environment): S3Options | undefined {
  const { CONTENT_STORAGE_S3_BUCKET: bucket } = environment;
  if (bucket === undefined || environment.CONTENT_DISABLE_S3_UPLOAD) return undefined;
  return {
    bucket,
    region: environment.AWS_DEFAULT_REGION,
    endpoint: environment.S3_ENDPOINT,
    publicEndpoint: environment.S3_PUBLIC_ENDPOINT,
    credentials: awsCredentials(environment),
  };
}
