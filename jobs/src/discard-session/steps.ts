/** Every step of a deletion, in order. Each one can fail, hang or end the process; tests make it do so. */
export const discardSteps = [
  'claim-discard',
  'remove-work-folders',
  'delete-objects',
  'look-again',
  'commit-discarded',
  'record-first-deletion',
  'flag-incomplete',
] as const;
export type DiscardStep = (typeof discardSteps)[number];
