import { judgeRecording, wantReviewers, withdrawReview } from '@crowd-recital/core/review/judge-recording.js';
import { judgeSentence, withdrawSentenceVerdict } from '@crowd-recital/core/review/judge-sentence.js';
import { giveBack, takeNextForReview, waitsForReview } from '@crowd-recital/core/review/review-queue.js';
import type {
  SentenceVerdict,
  SentenceVerdictKind as Kind,
} from '@crowd-recital/core/review/sentence-verdict.entity.js';
import {
  RecitalSession,
  type ReviewOutcome as Outcome,
} from '@crowd-recital/core/session/recital-session.entity.js';
import { badInput } from '@crowd-recital/core/errors/app-error.js';
import { isSessionId } from '@crowd-recital/core/session/session-id.js';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actingAdmin } from '../auth/acting-admin.js';
import { requireAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import type { Page } from '../page/connection.js';
import { keysetPage } from '../page/keyset-page.js';
import { PageArgs } from '../page/page.args.js';
import { RecitalSessionConnection, RecitalSessionType, ReviewOutcome } from '../session/session.type.js';
import { ReviewFilter } from './review.input.js';
import { SentenceVerdictKind, SentenceVerdictType, TakenForReview } from './review.type.js';

/** Recordings that one call passes over; nobody skips more in one sitting. */
const mostSkipped = 200;

@Resolver()
export class ReviewResolver {
  @Query(() => RecitalSessionConnection, {
    description:
      'Finished recordings that wait for the caller to listen to them, the longest waiting first: nobody has settled them yet, and the caller has not decided on them. Those that somebody listens to now are among them. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a page size or cursor that cannot be.',
  })
  async reviewQueue(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ReviewFilter, {
      nullable: true,
      description: 'Only recordings to which this applies.',
    })
    filter: ReviewFilter | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<Page<RecitalSession>> {
    const { id } = requireAdmin(caller);
    return keysetPage(
      em,
      {
        entity: RecitalSession,
        // MikroORM forgets raw SQL once it was used: each statement of the page gets its own.
        get where() {
          return waitsForReview(id, filter ?? {});
        },
        order: { property: 'createdAt', kind: 'time', nullable: false, isId: isSessionId, direction: 'asc' },
      },
      page,
    );
  }

  @Mutation(() => TakenForReview, {
    description:
      'Takes the recording out of the queue that has waited longest and that no other reviewer is at; for half an hour, and longer while verdicts come in, the queue hands it to nobody else. What the caller had taken before goes back. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT.',
  })
  async takeNextForReview(
    @Arg('filter', () => ReviewFilter, {
      nullable: true,
      description: 'Only recordings to which this applies.',
    })
    filter: ReviewFilter | null | undefined,
    @Arg('skip', () => [ID], {
      defaultValue: [],
      description: `Recordings to pass over: at most ${mostSkipped}.`,
    })
    skip: string[],
    @Ctx() { em, caller }: Context,
  ): Promise<{ readonly session: RecitalSession | null }> {
    const { id } = requireAdmin(caller);
    if (skip.length > mostSkipped) throw badInput('skip', `Skip at most ${mostSkipped}; then begin again.`);
    return { session: await takeNextForReview(em, id, filter ?? {}, skip.filter(isSessionId)) };
  }

  @Mutation(() => Boolean, {
    description:
      'Gives back whatever the caller has taken out of the queue and not decided on. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN.',
  })
  async giveBackReview(@Ctx() { em, caller }: Context): Promise<boolean> {
    await giveBack(em, requireAdmin(caller).id);
    return true;
  }

  @Mutation(() => SentenceVerdictType, {
    description:
      "Keeps the caller's verdict on one sentence, in place of an earlier one. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT when the recording is not finished or was finished anew since, BAD_USER_INPUT for a sentence that is not heard and for OTHER without a note.",
  })
  async judgeSentence(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('version', () => Int, { description: 'Of the files that were listened to, as `review` tells it.' })
    version: number,
    @Arg('sequence', () => Int, { description: 'Which reading, as its caption names it.' }) sequence: number,
    @Arg('verdict', () => SentenceVerdictKind, { description: 'The verdict.' }) verdict: Kind,
    @Arg('note', () => String, {
      nullable: true,
      description: 'At most 500 characters; needed with OTHER.',
    })
    note: string | null | undefined,
    @Ctx() { em, caller }: Context,
  ): Promise<SentenceVerdict> {
    const reviewerId = requireAdmin(caller).id;
    return judgeSentence(em, { reviewerId, sessionId, version, sequence, verdict, note: note ?? null });
  }

  @Mutation(() => Boolean, {
    description:
      "Takes the caller's own verdict on a sentence back. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, BAD_USER_INPUT.",
  })
  async withdrawSentenceVerdict(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('sequence', () => Int, { description: 'Which reading, as its caption names it.' }) sequence: number,
    @Ctx() { em, caller }: Context,
  ): Promise<boolean> {
    const reviewerId = requireAdmin(caller).id;
    await withdrawSentenceVerdict(em, { reviewerId, sessionId, sequence });
    return true;
  }

  @Mutation(() => RecitalSessionType, {
    description:
      "Keeps the caller's decision on a recording, in place of an earlier one. Once as many reviewers as are wanted agree, it is the outcome: the speaker sees it, and the published manifest tells it. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT when the recording is not finished or was finished anew since, BAD_USER_INPUT for RETURNED without a reason.",
  })
  async judgeRecording(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('version', () => Int, { description: 'Of the files that were listened to, as `review` tells it.' })
    version: number,
    @Arg('decision', () => ReviewOutcome, { description: 'The decision.' }) decision: Outcome,
    @Arg('reason', () => String, {
      nullable: true,
      description: 'At most 500 characters, in words for the speaker; needed with RETURNED.',
    })
    reason: string | null | undefined,
    @Ctx() { em, caller, config }: Context,
  ): Promise<RecitalSession> {
    return judgeRecording(
      em,
      actingAdmin(caller),
      { sessionId, version, decision, reason: reason ?? null },
      config,
    );
  }

  @Mutation(() => RecitalSessionType, {
    description:
      "Takes the caller's own decision on a recording back; verdicts on its sentences stay. Again: the same answer. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT.",
  })
  async withdrawReview(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Ctx() { em, caller, config }: Context,
  ): Promise<RecitalSession> {
    return withdrawReview(em, actingAdmin(caller), sessionId, config);
  }

  @Mutation(() => RecitalSessionType, {
    description:
      'Says how many reviewers have to agree on this recording, whatever the setting says. One that fewer decided on waits in the queue again. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, BAD_USER_INPUT.',
  })
  async wantReviewers(
    @Arg('sessionId', () => ID, { description: 'The recital.' }) sessionId: string,
    @Arg('reviewers', () => Int, { description: '1 to 5.' }) reviewers: number,
    @Ctx() { em, caller, config }: Context,
  ): Promise<RecitalSession> {
    return wantReviewers(em, actingAdmin(caller), { sessionId, reviewers }, config);
  }
}
