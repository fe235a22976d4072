/** Every step of publishing a review, in order. Each one can fail, hang or end the process; tests make it do so. */
export const publishReviewSteps = [
  'claim-review',
  'read-review',
  'read-made-manifest',
  'stage-manifest',
  'confirm-review-claim',
  'publish-manifest',
  'commit-review',
  'publish-review-again',
] as const;
export type PublishReviewStep = (typeof publishReviewSteps)[number];
