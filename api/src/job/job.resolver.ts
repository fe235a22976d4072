import type { JobFilter, QueuedJob } from '@crowd-recital/core/queue/job-desk.js';
import { queueOf } from '@crowd-recital/core/queue/job-queue.js';
import { cancelJob, retryJob } from '@crowd-recital/core/queue/manage-jobs.js';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { storable } from '../page/contains.js';
import { countCeiling, type Page } from '../page/connection.js';
import { pageOf } from '../page/page-of.js';
import { PageArgs } from '../page/page.args.js';
import { JobConnection, JobFilterInput, JobType } from './job.type.js';

@Resolver(() => JobType)
export class JobResolver {
  @Query(() => JobConnection, {
    description:
      'The jobs of the workers, the newest first. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async jobs(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => JobFilterInput, { nullable: true, description: 'Only jobs to which this applies.' })
    given: JobFilterInput | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<QueuedJob>> {
    requireAdmin(caller);
    const { desk } = queueOf(em);
    const filter: JobFilter = {
      states: given?.states ?? undefined,
      name: given?.name ? storable('name', given.name) : undefined,
    };
    return pageOf(
      {
        order: { property: 'createdAt', kind: 'time', nullable: false, isId: (id) => desk.isId(id) },
        read: ({ backward, from }, limit) =>
          desk.list(em, filter, {
            backward,
            limit,
            from: from && { createdAt: new Date(from.value ?? 0), id: from.id },
          }),
        countUpToCeiling: () => desk.count(em, filter, countCeiling + 1),
      },
      page,
    );
  }

  @Mutation(() => JobType, {
    description:
      'Gives a job a run at once, whatever it waits for. Answers it as it is then. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND also for one that is done, CONFLICT while it runs.',
  })
  async retryJob(
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<QueuedJob> {
    return retryJob(em, actingAdmin(caller), id);
  }

  @Mutation(() => JobType, {
    description:
      'Takes a job out of the queue, and answers it as it was. What it was left for stays due, and the sweep may leave it again. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND also for one that is done, CONFLICT while it runs.',
  })
  async cancelJob(
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
    @Ctx() { em, caller }: Context,
  ): Promise<QueuedJob> {
    return cancelJob(em, actingAdmin(caller), id);
  }

  @FieldResolver(() => String, { description: 'What it was given, as JSON: ids only.' })
  payload(@Root() job: QueuedJob): string {
    return JSON.stringify(job.payload);
  }
}
