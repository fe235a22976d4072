import type { CommitOutcome } from '@crowd-recital/core/session/finalisation-commit.js';
import { ClaimLostError } from '../claim/claim-lost-error.js';

/** Content arrived since the manifest was read: nothing was committed, it has to be done anew. */
export class ContentChangedError extends Error {
  constructor() {
    super('The content changed meanwhile.');
    this.name = 'ContentChangedError';
  }
}

/** @throws ContentChangedError, ClaimLostError unless it was committed. */
export function insistOn(outcome: CommitOutcome): void {
  if (outcome === 'content-changed') throw new ContentChangedError();
  if (outcome === 'fenced') throw new ClaimLostError();
}
