import { confirmAbandonedSession } from '@crowd-recital/core/session/confirm-abandoned-session.js';
import { orderFinalisation } from '@crowd-recital/core/session/order-finalisation.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { retrySession } from '@crowd-recital/core/session/retry-session.js';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { isDelegated } from '../auth/caller.js';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { RecitalSessionType } from './session.type.js';

@Resolver()
export class ManageSessionsResolver {
  @Mutation(() => [ID], {
    description:
      'Tells the workers to finish recitals now, without waiting for the sweep. Answers the ids of those that they were told of; recitals that wait for nothing are passed over. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND when one of them does not exist (nothing is ordered then), BAD_USER_INPUT for more than 1,000.',
  })
  async finalizeSessions(
    @Arg('ids', () => [ID], {
      nullable: true,
      description:
        'Which recitals; if left out, all that are due (1,000 at a time, the longest waiting first).',
    })
    ids: string[] | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<string[]> {
    return orderFinalisation(em, actingAdmin(caller), ids ?? null);
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Tries again: lifts the flag, the wait and the count of attempts. A finished recording that was flagged is finished anew; of one that was wished away the deletion is tried again. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async retrySession(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<RecitalSession> {
    return retrySession(em, { admin: requireAdmin(caller), delegated: isDelegated(caller), sessionId });
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Finishes a recital of which parts will never arrive: the holes are kept as silence, so that the times of the sentences stay right. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND.',
  })
  async finalizeIncompleteSession(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<RecitalSession> {
    return retrySession(em, {
      admin: requireAdmin(caller),
      delegated: isDelegated(caller),
      sessionId,
      acceptIncomplete: true,
    });
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Keeps a recital whose speaker went away without a word: once it is published, seconds later, it counts like any other. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND also for one that was wished away, CONFLICT for one that still runs or has no voice in it.',
  })
  async confirmAbandonedSession(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller }: Context,
  ): Promise<RecitalSession> {
    return confirmAbandonedSession(em, actingAdmin(caller), sessionId);
  }
}
