import {
  claimDiscard,
  commitDiscarded,
  flagDeletionIncomplete,
  recordFirstDeletion,
} from '@crowd-recital/core/session/discard-claim.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
import { sessionPrefix } from '@crowd-recital/core/storage/keys.js';
import { holdClaim } from '../claim/hold-claim.js';
import type { JobRun } from '../handler.js';
import { removeWorkFoldersOf } from '../finalise-session/work-folder.js';

/**
 * - `first-deletion`: everything is deleted; it is looked at again after the wait.
 * - `discarded`: it was deleted a second time and is gone for ever.
 * - `not-due`: there is nothing to delete now, or another worker is at it.
 * - `incomplete`: the store refused; admins see it, and it is tried again.
 */
export type DiscardOutcome = 'first-deletion' | 'discarded' | 'not-due' | 'incomplete' | 'superseded';

/**
 * Deletes everything of a session that was wished away: twice, with a wait between that is longer than any upload or
 * finalisation that may still have been writing when the wish came.
 */
export async function discardSession(
  { sessionId }: { readonly sessionId: string },
  { deps, signal }: JobRun,
): Promise<DiscardOutcome> {
  const { em, store, log, discardWaitSeconds } = deps;
  const claim = await claimDiscard(em(), sessionId, deps.lease);
  if (claim === null) return 'not-due';
  try {
    await holdClaim(deps, claim, signal, async () => {
      await removeWorkFoldersOf(deps.workFolder, sessionId);
      await deleteEverything(store, sessionId);
    });
  } catch (error) {
    log.error({ err: error, sessionId }, 'a deletion is not complete');
    return (await flagDeletionIncomplete(em(), claim, error)) ? 'incomplete' : 'superseded';
  }
  if (claim.firstDeletionDone && (await commitDiscarded(em(), claim, discardWaitSeconds))) {
    log.info({ sessionId }, 'session discarded');
    return 'discarded';
  }
  return (await recordFirstDeletion(em(), claim, discardWaitSeconds)) ? 'first-deletion' : 'superseded';
}

/** @throws when the store refuses, or still shows something afterwards. */
async function deleteEverything(store: ContentStore, sessionId: string): Promise<void> {
  const prefix = sessionPrefix(sessionId);
  await store.deletePrefix(prefix);
  for await (const left of store.list(prefix)) {
    throw new Error(`${left.key} is still there after everything was deleted.`);
  }
}
