import {
  endToFinalisedSeconds,
  finalisations,
  finalisationSeconds,
  realTimeFactor,
} from '@crowd-recital/core/metrics/registry.js';
import type { JobDependencies } from '../dependencies.js';
import type { finaliseSession, FinalisationOutcome } from '../finalise-session/finalise-session.js';

interface Finished {
  readonly duration: number | null;
  readonly waited: number;
}

/** The same handler; counts and times what it does. What was not due is nobody's work. */
export function measured(finalise: typeof finaliseSession): typeof finaliseSession {
  return async (payload, run) => {
    const began = performance.now();
    const outcome: FinalisationOutcome = await finalise(payload, run);
    if (outcome === 'not-due') return outcome;
    finalisations.inc({ outcome });
    if (outcome !== 'finalised') return outcome;
    const seconds = (performance.now() - began) / 1000;
    finalisationSeconds.observe(seconds);
    await measureFinished(run.deps, payload.sessionId, seconds);
    return outcome;
  };
}

async function measureFinished(
  { em, log }: Pick<JobDependencies, 'em' | 'log'>,
  sessionId: string,
  seconds: number,
): Promise<void> {
  try {
    const [row] = await em().execute<Finished[]>(
      `select duration_seconds as duration,
         extract(epoch from finalised_at - last_content_at)::float8 as waited
       from recital_sessions where id = ?`,
      [sessionId],
    );
    if (row?.duration) realTimeFactor.observe(seconds / row.duration);
    if (row !== undefined) endToFinalisedSeconds.observe(Math.max(0, row.waited));
  } catch (error) {
    // The recording is finished: a figure about it must not make the job run again.
    log.warn({ err: error, sessionId }, 'a finalisation could not be measured');
  }
}
