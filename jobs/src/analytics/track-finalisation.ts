import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { JobDependencies } from '../dependencies.js';
import type { FinalisationOutcome } from '../finalise-session/finalise-session.js';

/** Tells analytics how a finalisation ended, where they are on. */
export async function trackFinalisation(
  { analytics, em }: Pick<JobDependencies, 'analytics' | 'em'>,
  sessionId: string,
  outcome: FinalisationOutcome,
): Promise<void> {
  if (analytics === undefined || outcome === 'not-due' || outcome === 'superseded') return;
  const session = await em().findOne(RecitalSession, sessionId);
  if (session === null) return;
  const userId = session.user.id;
  if (outcome === 'finalised') {
    const { durationSeconds } = session;
    analytics.capture('Session Upload Done', userId, {
      session_id: sessionId,
      duration_seconds: durationSeconds ?? null,
    });
  } else {
    analytics.capture('Session Aggregation Failed', userId, {
      session_id: sessionId,
      needs_attention: outcome === 'needs-attention',
    });
  }
}
