import type { Failpoints } from '../failpoints/failpoints.js';

/** Every step in which a segment of audio is taken in, in order. Each one can fail, hang or end the process. */
export const uploadSteps = [
  'find-session',
  'store-segment',
  'accept-segment',
  'set-aside-segment',
  'hint-finalisation',
] as const;
export type UploadStep = (typeof uploadSteps)[number];

export type UploadFailpoints = Failpoints<UploadStep>;
