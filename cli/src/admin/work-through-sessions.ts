import { abandonIdleSessions } from '@crowd-recital/core/session/abandon-sessions.js';
import { discardDueCondition, dueCondition } from '@crowd-recital/core/session/due-sessions.js';
import { createDependencies } from '@crowd-recital/jobs/create-dependencies.js';
import { handlers } from '@crowd-recital/jobs/handlers.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CliFault, failedFault } from '../cli-fault.js';
import { withSystem } from '../local/open-system.js';
import { startProgress } from './progress.js';

/** Which sessions a command looks for, and what it does with them. */
export type SessionWork = 'finalise' | 'aggregate' | 'upload' | 'discard';

const conditions: Readonly<Record<SessionWork, string>> = {
  finalise: dueCondition,
  aggregate: `${dueCondition} and status <> 'aggregated'`,
  upload: `${dueCondition} and status = 'aggregated'`,
  discard: discardDueCondition,
};

/** Sentences for what a handler says, apart from what went well. */
const troubles: Readonly<Record<string, string>> = {
  'needs-attention': 'needs an admin; the console says why',
  failed: 'failed; it is tried again',
  incomplete: 'the storage refused to delete everything; it is tried again',
  superseded: 'another worker took over',
};

/**
 * Does one kind of work for every session that waits for it, one after the other, by the handlers of the workers.
 * Ctrl-C ends it after giving the claim back.
 * @param limit - most sessions.
 * @throws CliFault: 1 when some failed, 3 when some need an admin.
 */
export async function workThroughSessions(work: SessionWork, limit: number): Promise<void> {
  await withSystem(async ({ config, orm, em, log }) => {
    const deps = await createDependencies(config, orm, log).catch((error: unknown) => {
      throw failedFault(error instanceof Error ? error.message : String(error));
    });
    if (work !== 'discard') {
      await abandonIdleSessions(em, { abandonedAfterSeconds: config.session.abandonedAfter });
    }
    const stopping = new AbortController();
    const stop = () => stopping.abort(new Error('Asked to stop.'));
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const run = { deps, signal: stopping.signal };
    const handle = (sessionId: string): Promise<string> =>
      work === 'discard'
        ? handlers['discard-session']({ sessionId }, run)
        : handlers['finalise-session']({ sessionId }, run);
    report(work, await workThrough(await findSessions(em, work, limit), handle, stopping.signal));
  });
}

async function findSessions(em: EntityManager, work: SessionWork, limit: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from recital_sessions where ${conditions[work]}
     order by coalesce(next_attempt_at, disavowed_at, last_content_at), id limit ?`,
    [Number.isFinite(limit) ? limit : null],
  );
  return rows.map(({ id }) => id);
}

/** @returns how many came to which outcome. */
async function workThrough(
  sessionIds: readonly string[],
  handle: (sessionId: string) => Promise<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const outcomes = new Map<string, number>();
  const progress = startProgress('Recordings', sessionIds.length);
  try {
    for (const sessionId of sessionIds) {
      if (signal.aborted) throw failedFault('Stopped. What was begun is given back, and goes on next time.');
      const outcome = await handle(sessionId).catch((error: unknown) => {
        if (signal.aborted) return 'given-back';
        throw error;
      });
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      progress.step(troubles[outcome] === undefined ? undefined : `${sessionId}: ${troubles[outcome]}.`);
    }
  } finally {
    progress.stop();
  }
  return outcomes;
}

function report(work: SessionWork, outcomes: ReadonlyMap<string, number>): void {
  const count = (outcome: string): number => outcomes.get(outcome) ?? 0;
  if (work === 'discard') {
    console.log(
      `Deleted for good: ${count('discarded')}. Deleted once, to be looked at again in 15 minutes: ${count('first-deletion')}. Not complete: ${count('incomplete')}.`,
    );
  } else {
    console.log(
      `Finished: ${count('finalised')}. Need an admin: ${count('needs-attention')}. Failed: ${count('failed')}.`,
    );
  }
  if (count('failed') + count('incomplete') > 0) throw failedFault('Some failed, and are tried again.');
  if (count('needs-attention') > 0) throw new CliFault('Some need an admin.', 3);
}
