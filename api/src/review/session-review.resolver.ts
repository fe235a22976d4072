import type { RecordingReview } from '@crowd-recital/core/review/recording-review.entity.js';
import type { SentenceVerdict } from '@crowd-recital/core/review/sentence-verdict.entity.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { RecitalSessionType } from '../session/session.type.js';
import { UserType } from '../user/user.type.js';
import { RecordingReviewType, SentenceVerdictType, SessionReview } from './review.type.js';

@Resolver(() => RecitalSessionType)
export class ReviewedSessionResolver {
  @FieldResolver(() => SessionReview, {
    nullable: true,
    complexity: ({ childComplexity }) => childComplexity,
    description:
      'What reviewers said; null for everybody but admins, and before there is anything to listen to.',
  })
  review(@Root() session: RecitalSession, @Ctx() { caller }: Context): RecitalSession | null {
    const mayRead = caller.kind === 'user' && caller.user.group === 'admin';
    return mayRead && session.artifacts && !session.disavowed ? session : null;
  }
}

@Resolver(() => SessionReview)
export class SessionReviewResolver {
  @FieldResolver(() => Int, {
    description:
      'Of the finished files; verdicts name the one that was listened to. Another one once it is finished anew.',
  })
  version(@Root() { artifacts }: RecitalSession): number {
    return artifacts?.epoch ?? 0;
  }

  @FieldResolver(() => Int, { description: 'How many reviewers have to agree until there is an outcome.' })
  reviewersWanted(@Root() { reviewersWanted }: RecitalSession, @Ctx() { config }: Context): number {
    return reviewersWanted ?? config.reviewersPerRecording;
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who listens to it now.' })
  claimedBy(@Root() session: RecitalSession, @Ctx() { loaders }: Context): Promise<User | null> | null {
    const reviewerId = isClaimed(session) ? session.reviewClaimedBy : null;
    return reviewerId ? loaders.userById.load(reviewerId) : null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Somebody listens to it now; until then the queue hands it to nobody else.',
  })
  claimedUntil(@Root() session: RecitalSession): Date | null {
    return isClaimed(session) ? (session.reviewClaimedUntil ?? null) : null;
  }

  @FieldResolver(() => [RecordingReviewType], { description: 'What each reviewer decided, in order.' })
  decisions(
    @Root() { id }: RecitalSession,
    @Ctx() { loaders }: Context,
  ): Promise<readonly RecordingReview[]> {
    return loaders.recordingReviews.load(id);
  }

  @FieldResolver(() => [SentenceVerdictType], {
    description: 'What each reviewer said of each sentence, in the order of the sentences.',
  })
  verdicts(@Root() { id }: RecitalSession, @Ctx() { loaders }: Context): Promise<readonly SentenceVerdict[]> {
    return loaders.sentenceVerdicts.load(id);
  }
}

@Resolver(() => RecordingReviewType)
export class RecordingReviewResolver {
  @FieldResolver(() => UserType, { description: 'Who decided it.' })
  reviewer(@Root() { reviewer }: RecordingReview): Promise<User> {
    return reviewer.loadOrFail();
  }
}

@Resolver(() => SentenceVerdictType)
export class SentenceVerdictResolver {
  @FieldResolver(() => UserType, { description: 'Whose verdict it is.' })
  reviewer(@Root() { reviewer }: SentenceVerdict): Promise<User> {
    return reviewer.loadOrFail();
  }
}

function isClaimed({ reviewClaimedUntil }: RecitalSession): boolean {
  return Boolean(reviewClaimedUntil && reviewClaimedUntil.getTime() > Date.now());
}
