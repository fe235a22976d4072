/**
 * Every step of a finalisation, in order; the source is stored while it is read and copied. Each one can fail, hang or
 * end the process; tests make it do so.
 */
export const finalisationSteps = [
  'claim',
  'read-manifest',
  'find-staged',
  'prepare-work-folder',
  'concatenate-segments',
  'store-source',
  'find-readable',
  'read-source',
  'copy-main',
  'stage-main',
  'commit-early-main',
  'transcode',
  'check-durations',
  'measure-audio',
  'write-transcript',
  'write-manifest',
  'stage-artifacts',
  'commit-aggregated',
  'confirm-claim',
  'publish-artifacts',
  'commit-finalised',
  'publish-again',
  'flag-attention',
] as const;
export type FinalisationStep = (typeof finalisationSteps)[number];

/** Steps that run ffmpeg or ffprobe: these have limits of their own, by the length of the recording. */
export const boxedSteps: readonly FinalisationStep[] = [
  'read-source',
  'copy-main',
  'transcode',
  'check-durations',
];
