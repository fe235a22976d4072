import type {
  ReviewOutcome as Outcome,
  SessionAttention as Attention,
  SessionStatus as Status,
} from '@crowd-recital/core/session/recital-session.entity.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import type { CaptureSettings } from '@crowd-recital/core/session/capture-settings.js';
import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { OrderDirection } from '../page/order-direction.type.js';
import { Language } from '../text/text.type.js';
import { ReviewOutcome, SessionAttention, SessionStatus } from './session.type.js';

/** Sort keys of the list of sessions, and the property that each stands for. */
export const SessionOrderField = { CREATED_AT: 'createdAt', DURATION: 'durationSeconds' } as const;
export type SessionOrderProperty = (typeof SessionOrderField)[keyof typeof SessionOrderField];

registerEnumType(SessionOrderField, {
  name: 'SessionOrderField',
  description: 'What sessions are sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When the server first heard of it.' },
    DURATION: { description: 'Seconds of finished audio; unfinished ones come last in either direction.' },
  },
});

@InputType('SessionOrder', { description: 'How sessions are sorted; equal ones by their id.' })
export class SessionOrder {
  @Field(() => SessionOrderField, { description: 'What to sort by.' })
  readonly field!: SessionOrderProperty;

  @Field(() => OrderDirection, { description: 'Which way.' })
  readonly direction!: OrderDirection;
}

@InputType('SessionFilter', {
  description:
    "Which sessions; conditions that are given all hold. A speaker always sees only own sessions, an admin everyone's unless userId is given.",
})
export class SessionFilter {
  @Field(() => [SessionStatus], { nullable: true, description: 'Only sessions in one of these states.' })
  readonly status?: Status[] | null;

  @Field(() => ID, { nullable: true, description: 'Only sessions of this speaker.' })
  readonly userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only readings of this text, in any of its revisions.' })
  readonly textId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only sessions that an admin should look at. False: only the others.',
  })
  readonly attention?: boolean | null;

  @Field(() => [SessionAttention], {
    nullable: true,
    description: 'Only sessions that an admin should look at for one of these reasons.',
  })
  readonly attentionKinds?: Attention[] | null;

  @Field(() => [ReviewOutcome], {
    nullable: true,
    description: 'Only recordings of which one of these came when somebody listened to them.',
  })
  readonly reviewOutcome?: Outcome[] | null;

  @Field(() => Language, { nullable: true, description: 'Only readings of texts in this language.' })
  readonly language?: LanguageCode | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only recordings that somebody wants to keep. False: only those of which nobody has said so yet.',
  })
  readonly kept?: boolean | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Only sessions of which the server first heard at this moment or later.',
  })
  readonly createdFrom?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Only sessions of which the server first heard before this moment.',
  })
  readonly createdTo?: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Only finished recordings of at least so many seconds.',
  })
  readonly durationFrom?: number | null;

  @Field(() => Float, { nullable: true, description: 'Only finished recordings of at most so many seconds.' })
  readonly durationTo?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: also those that were wished away (deleted ones are shown to admins only). They are left out otherwise, unless `status` asks for DISCARDED.',
  })
  readonly includeDiscarded?: boolean | null;
}

@InputType('CaptureInput', {
  description: 'What the browser says of the microphone and the recorder when a recital begins.',
})
export class CaptureInput implements Partial<Record<keyof CaptureSettings, unknown>> {
  @Field(() => String, {
    description: 'Type of all segments of this recital, such as `audio/webm;codecs=opus`.',
  })
  readonly mimeType!: string;

  @Field(() => Int, { nullable: true, description: 'Samples a second, in Hz.' })
  readonly sampleRate?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many channels are recorded.' })
  readonly channelCount?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the browser takes echoes out.' })
  readonly echoCancellation?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the browser takes noise out.' })
  readonly noiseSuppression?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the browser evens out the loudness.' })
  readonly autoGainControl?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Name of the microphone.' })
  readonly deviceLabel?: string | null;

  @Field(() => String, { nullable: true, description: 'Name and version of the browser.' })
  readonly userAgent?: string | null;
}
