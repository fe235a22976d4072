import { enqueueUnlessWaiting } from '@crowd-recital/core/queue/enqueue.js';
import { lastSweep } from '@crowd-recital/core/metrics/registry.js';
import { queueOf } from '@crowd-recital/core/queue/job-queue.js';
import { findReviewsToPublish } from '@crowd-recital/core/review/review-publication.js';
import { abandonIdleSessions } from '@crowd-recital/core/session/abandon-sessions.js';
import { findDueSessions, findSessionsToDiscard } from '@crowd-recital/core/session/due-sessions.js';
import { forgetOldImports, hintForgottenImports } from '@crowd-recital/core/text/import/tend-imports.js';
import type { JobRun } from '../handler.js';
import { removeStaleWorkFolders } from './remove-stale-work-folders.js';

/** Sessions that one sweep leaves hints for; the next one goes on with those that wait longest. */
const batch = 200;

/**
 * Finds whatever was missed: recitals that went silent, sessions that are due though no hint came through, deletions
 * that wait, reviews that no manifest tells of yet, jobs that Agenda lost. The rows are the truth, the queue is only the way there.
 */
export async function sweep(_payload: Record<string, never>, { deps }: JobRun): Promise<void> {
  const { log } = deps;
  const em = deps.em();
  const abandonedAfterSeconds = deps.session.abandonedAfter;
  const abandoned = await abandonIdleSessions(em, { abandonedAfterSeconds });
  if (!deps.finalisationDisabled) {
    await enqueueUnlessWaiting(em, 'finalise-session', await findDueSessions(em, batch));
  }
  await enqueueUnlessWaiting(em, 'discard-session', await findSessionsToDiscard(em, batch));
  await enqueueUnlessWaiting(em, 'publish-review', await findReviewsToPublish(em, deps.store.kind, batch));
  await hintForgottenImports(em, batch);
  await forgetOldImports(em, batch);
  await removeStaleWorkFolders(deps);
  const revived = await queueOf(em).reviveLost(em);
  if (abandoned.length > 0)
    log.info({ sessionIds: abandoned }, 'sessions went silent and count as abandoned');
  if (revived > 0) log.warn({ revived }, 'jobs that Agenda had lost run again');
  lastSweep.setToCurrentTime();
}
