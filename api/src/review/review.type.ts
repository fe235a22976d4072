import {
  sentenceVerdicts,
  type SentenceVerdictKind as Kind,
} from '@crowd-recital/core/review/sentence-verdict.entity.js';
import type {
  RecitalSession,
  ReviewOutcome as Outcome,
} from '@crowd-recital/core/session/recital-session.entity.js';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { RecitalSessionType, ReviewOutcome } from '../session/session.type.js';

export const SentenceVerdictKind = enumOf(sentenceVerdicts);

registerEnumType(SentenceVerdictKind, {
  name: 'SentenceVerdictKind',
  description: 'What a reviewer says of a sentence that was read.',
  valuesConfig: {
    GOOD: { description: 'The words are those of the text, and they are heard well.' },
    WRONG_WORDS: { description: 'Other words than those of the text.' },
    NOISE: { description: 'Something else is heard as well.' },
    CUT_OFF: { description: 'Its beginning or its end is missing.' },
    OTHER: { description: 'Something else; the note says what.' },
  },
});

@ObjectType('SentenceVerdict', { description: 'What one reviewer says of one sentence.' })
export class SentenceVerdictType {
  @Field(() => Int, { description: 'Which reading of the recital, as its captions name it.' })
  readonly sequence!: number;

  @Field(() => SentenceVerdictKind, { description: 'The verdict.' })
  readonly verdict!: Kind;

  @Field(() => String, { nullable: true, description: "The reviewer's own words." })
  readonly note!: string | null;

  @Field(() => Boolean, {
    description: 'True: the recording was finished anew since, and the sentence sounds otherwise now.',
  })
  readonly stale!: boolean;

  @Field(() => DateTime, { description: 'When it was given.' })
  readonly judgedAt!: Date;
}

@ObjectType('RecordingReview', { description: 'What one reviewer decided on a recording.' })
export class RecordingReviewType {
  @Field(() => ReviewOutcome, { description: 'The decision.' })
  readonly decision!: Outcome;

  @Field(() => String, { nullable: true, description: 'Why; the speaker reads it.' })
  readonly reason!: string | null;

  @Field(() => Boolean, {
    description:
      'True: the recording was finished anew since, with something else in it. The decision does not count any more.',
  })
  readonly stale!: boolean;

  @Field(() => DateTime, { description: 'When it was decided.' })
  readonly decidedAt!: Date;
}

@ObjectType('SessionReview', { description: 'What reviewers said of a finished recording.' })
export class SessionReview {}

@ObjectType('TakenForReview', { description: 'What the queue handed to a reviewer.' })
export class TakenForReview {
  @Field(() => RecitalSessionType, {
    nullable: true,
    description: 'The recording to listen to; null when nothing waits.',
  })
  readonly session!: RecitalSession | null;
}
