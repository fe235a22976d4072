import {
  claimDiscard,
  commitDiscarded,
  flagDeletionIncomplete,
  recordFirstDeletion,
} from '@crowd-recital/core/session/discard-claim.js';
import { releaseClaim } from '@crowd-recital/core/session/finalisation-claim.js';
import { sessionPrefix } from '@crowd-recital/core/storage/keys.js';
import { holdClaim } from '../claim/hold-claim.js';
import type { JobDependencies } from '../dependencies.js';
import { removeWorkFoldersOf } from '../finalise-session/work-folder.js';
import type { JobRun } from '../handler.js';
import { stepRunner, type Step } from '../steps/step-runner.js';
import type { DiscardStep } from './steps.js';

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
  const { em, log, discardWaitSeconds } = deps;
  const step = stepsOf(deps, signal);
  const claim = await step('claim-discard', () => claimDiscard(em(), sessionId, deps.lease));
  if (claim === null) return 'not-due';
  try {
    await holdClaim(deps, claim, signal, (held) => deleteEverything(deps, sessionId, stepsOf(deps, held)));
  } catch (error) {
    if (signal.aborted) {
      await releaseClaim(em(), claim);
      throw error;
    }
    log.error({ err: error, sessionId }, 'a deletion is not complete');
    const flagged = await step('flag-incomplete', () => flagDeletionIncomplete(em(), claim, error));
    return flagged ? 'incomplete' : 'superseded';
  }
  if (claim.firstDeletionDone) {
    const final = await step('commit-discarded', () => commitDiscarded(em(), claim, discardWaitSeconds));
    if (final) {
      log.info({ sessionId }, 'session discarded');
      return 'discarded';
    }
  }
  const recorded = await step('record-first-deletion', () =>
    recordFirstDeletion(em(), claim, discardWaitSeconds),
  );
  return recorded ? 'first-deletion' : 'superseded';
}

function stepsOf({ log, failpoints, lease }: JobDependencies, signal: AbortSignal): Step<DiscardStep> {
  return stepRunner({ log, signal, failpoints, limitOf: () => lease.stepSeconds });
}

/** @throws when the store refuses, or still shows something afterwards. */
async function deleteEverything(
  { store, workFolder }: JobDependencies,
  sessionId: string,
  step: Step<DiscardStep>,
): Promise<void> {
  const prefix = sessionPrefix(sessionId);
  await step('remove-work-folders', () => removeWorkFoldersOf(workFolder, sessionId));
  await step('delete-objects', () => store.deletePrefix(prefix));
  await step('look-again', async () => {
    for await (const left of store.list(prefix)) {
      throw new Error(`${left.key} is still there after everything was deleted.`);
    }
  });
}
