import type { EntityManager } from '@mikro-orm/postgresql';
import { discardDueCondition, dueCondition } from '../session/due-sessions.js';
import { sessionAttentions } from '../session/recital-session.entity.js';
import { attentionSessions, queueAge, waitingSessions, type WaitingWork } from './registry.js';

/** What is counted no further, so that asking costs little when much waits. */
const most = 1_000;

const due: Readonly<Record<WaitingWork, { readonly condition: string; readonly since: string }>> = {
  finalise: { condition: dueCondition, since: 'coalesce(next_attempt_at, last_content_at)' },
  discard: { condition: discardDueCondition, since: 'coalesce(next_attempt_at, disavowed_at)' },
};

/** Reads from the rows what waits for a worker, for how long, and what waits for an admin. */
export async function measureWaitingWork(em: EntityManager): Promise<void> {
  for (const work of ['finalise', 'discard'] as const) {
    const { condition, since } = due[work];
    const [row] = await em.execute<{ sessions: number; age: number | null }[]>(
      `select count(*)::int as sessions, extract(epoch from now() - min(since))::float8 as age
       from (select ${since} as since from recital_sessions where ${condition} order by 1 limit ${most}) as due`,
    );
    waitingSessions.set({ work }, row?.sessions ?? 0);
    queueAge.set({ work }, Math.max(0, row?.age ?? 0));
  }
  const counted = await em.execute<{ reason: string; sessions: number }[]>(
    `select attention as reason, count(*)::int as sessions from recital_sessions
     where attention is not null group by attention`,
  );
  for (const reason of sessionAttentions) {
    const row = counted.find((one) => one.reason === reason);
    attentionSessions.set({ reason }, row?.sessions ?? 0);
  }
}
