import type { JobState } from '@crowd-recital/core/queue/job-desk.js';
import { queueOf } from '@crowd-recital/core/queue/job-queue.js';
import { readLastSweep } from '@crowd-recital/core/queue/last-sweep.js';
import { Ctx, Query, Resolver } from 'type-graphql';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { QueueState } from './queue.type.js';

/** More than that is "many" to whoever looks. */
const ceiling = 1_000;

@Resolver(() => QueueState)
export class QueueResolver {
  @Query(() => QueueState, {
    description:
      'How the queue of jobs is at this moment, and when a sweep last ran. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN.',
  })
  async queue(@Ctx() { em, caller }: Context): Promise<QueueState> {
    requireAdmin(caller);
    const { desk } = queueOf(em);
    const count = (state: JobState): Promise<number> => desk.count(em, { states: [state] }, ceiling + 1);
    const [queued, running, failed, dueSince, lastSweep] = await Promise.all([
      count('queued'),
      count('running'),
      count('failed'),
      desk.dueSince(em),
      readLastSweep(em),
    ]);
    return { queued, running, failed, dueSince, lastSweep };
  }
}
