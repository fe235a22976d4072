import {
  reviewOutcomes,
  sessionAttentions,
  sessionEndReasons,
  sessionStatuses,
  type RecitalSession,
  type ReviewOutcome as Outcome,
  type SessionAttention as Attention,
  type SessionEndReason as EndReason,
  type SessionStatus as Status,
} from '@crowd-recital/core/session/recital-session.entity.js';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../page/connection.js';

export const SessionStatus = enumOf(sessionStatuses);

registerEnumType(SessionStatus, {
  name: 'SessionStatus',
  description: 'How far a recital has come.',
  valuesConfig: {
    ACTIVE: { description: 'It is being recorded, or its speaker went away without a word not long ago.' },
    ENDED: { description: 'Recording has ended; the finished files are still to be made.' },
    AGGREGATED: { description: 'The finished files were made and are being put in their place.' },
    UPLOADED: { description: 'The finished files lie in their place.' },
    DISCARDED: { description: 'A person wished it away, and everything of it was deleted.' },
  },
});

export const SessionEndReason = enumOf(sessionEndReasons);

registerEnumType(SessionEndReason, {
  name: 'SessionEndReason',
  description: 'Why a recital ended.',
  valuesConfig: {
    FINISHED: { description: 'The speaker ended it.' },
    INTERRUPTED: {
      description:
        'Something else did: the microphone went away, the page was closed, the longest time was reached.',
    },
    EMPTY: { description: 'It ended without any voice. Hidden from lists, and still accepting.' },
    ABANDONED: { description: 'Nothing came for a long time. The server says so, never a client.' },
  },
});

export const SessionAttention = enumOf(sessionAttentions);

registerEnumType(SessionAttention, {
  name: 'SessionAttention',
  description: 'Why an admin should look at a session.',
  valuesConfig: {
    MISSING_SEGMENTS: { description: 'Parts of the recording have not arrived.' },
    UNREADABLE_AUDIO: { description: 'What arrived cannot be read as audio.' },
    DURATION_MISMATCH: { description: 'The audio is not as long as the recorder said.' },
    NO_SENTENCES: { description: 'There is audio, but nothing says which sentences were read.' },
    FINALISATION_FAILED: { description: 'Making the finished files failed too often.' },
    DELETION_INCOMPLETE: { description: 'The storage refused to delete everything.' },
  },
});

export const ReviewOutcome = enumOf(reviewOutcomes);

registerEnumType(ReviewOutcome, {
  name: 'ReviewOutcome',
  description: 'What came of listening to a finished recording.',
  valuesConfig: {
    ACCEPTED: { description: 'It is good.' },
    RETURNED: { description: 'The speaker is asked to read it once more; the reason says why.' },
    REJECTED: { description: 'It is not used.' },
  },
});

@ObjectType('RecitalSession', { description: 'One recital: one run of a recorder over one text.' })
export class RecitalSessionType implements Pick<
  RecitalSession,
  'id' | 'status' | 'kept' | 'disavowed' | 'startedAt' | 'createdAt' | 'updatedAt'
> {
  @Field(() => ID, {
    description: 'Identifies the session for ever; 21 characters that are safe in addresses.',
  })
  readonly id!: string;

  @Field(() => SessionStatus, { description: 'How far it has come.' })
  readonly status!: Status;

  @Field(() => Boolean, {
    description:
      'False: nobody has said yet that this recording is to be kept (it was abandoned, or still runs).',
  })
  readonly kept!: boolean;

  @Field(() => Boolean, {
    description: 'True: a person wished it away; it is being deleted or is deleted.',
  })
  readonly disavowed!: boolean;

  @Field(() => SessionEndReason, { nullable: true, description: 'Why it ended; null while it runs.' })
  readonly endReason!: EndReason | null;

  @Field(() => SessionAttention, {
    nullable: true,
    description: 'Why an admin should look at it; null when all is well.',
  })
  readonly attention!: Attention | null;

  @Field(() => ReviewOutcome, {
    nullable: true,
    description:
      'What came of listening to it; null until that is settled, and again when it was finished anew.',
  })
  readonly reviewOutcome!: Outcome | null;

  @Field(() => String, { nullable: true, description: 'Why, in words for its speaker.' })
  readonly reviewReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was settled.' })
  readonly reviewedAt!: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds of finished audio, discarded sentences taken out; null until it was finished.',
  })
  readonly durationSeconds!: number | null;

  @Field(() => DateTime, { description: "When recording began, by the clock of the speaker's device." })
  readonly startedAt!: Date;

  @Field(() => DateTime, { description: 'When the server first heard of it.' })
  readonly createdAt!: Date;

  @Field(() => DateTime, { description: 'When anything of it last changed.' })
  readonly updatedAt!: Date;
}

export const RecitalSessionConnection = connectionOf(
  'RecitalSession',
  () => RecitalSessionType,
  'A list of recitals, page by page.',
);
