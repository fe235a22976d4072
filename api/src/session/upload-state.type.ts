import type { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import type { SessionStatus as Status } from '@crowd-recital/core/session/recital-session.entity.js';
import {
  skipReasons,
  type SkipReason as Reason,
  type TextSegment,
} from '@crowd-recital/core/session/text-segment.entity.js';
import type { UploadState } from '@crowd-recital/core/session/upload-state.js';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { enumOf } from '../graphql/enum-of.js';
import { SessionStatus } from './session.type.js';

export const SkipReason = enumOf(skipReasons);

registerEnumType(SkipReason, {
  name: 'SkipReason',
  description: 'Why a speaker left a sentence out.',
  valuesConfig: {
    HARD_TO_SAY: { description: 'It is hard to say.' },
    WRONG_TEXT: { description: 'The words are wrong, or do not belong there.' },
    OFFENSIVE: { description: 'It is offensive.' },
  },
});

@ObjectType('AudioSegment', { description: 'A part of a recording that has arrived and is safe.' })
export class AudioSegmentType implements Pick<
  AudioSegment,
  'sequence' | 'mimeType' | 'byteLength' | 'sha256' | 'receivedAt'
> {
  @Field(() => Int, { description: 'Its place in the recording, counted from 0.' })
  readonly sequence!: number;

  @Field(() => String, { description: 'Its type, as it was announced.' })
  readonly mimeType!: string;

  @Field(() => Int, { description: 'Its length in bytes.' })
  readonly byteLength!: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, in 64 hexadecimal digits.' })
  readonly sha256!: string;

  @Field(() => DateTime, { description: 'When it arrived.' })
  readonly receivedAt!: Date;
}

@ObjectType('TextSegment', { description: 'One reading of one sentence, as it has arrived.' })
export class TextSegmentType implements Pick<
  TextSegment,
  'sequence' | 'paragraph' | 'sentence' | 'text' | 'seekStart' | 'seekEnd' | 'discarded' | 'receivedAt'
> {
  @Field(() => Int, { description: 'Its place among all readings of the session, counted from 0.' })
  readonly sequence!: number;

  @Field(() => Int, { description: 'Which paragraph of the text, counted from 0.' })
  readonly paragraph!: number;

  @Field(() => Int, { description: 'Which sentence of the paragraph, counted from 0.' })
  readonly sentence!: number;

  @Field(() => String, { description: 'The sentence, as the text has it.' })
  readonly text!: string;

  @Field(() => Float, { description: 'Seconds of recording time at which it was opened.' })
  readonly seekStart!: number;

  @Field(() => Float, { description: 'Seconds of recording time at which it was closed.' })
  readonly seekEnd!: number;

  @Field(() => Boolean, { description: 'True: this reading is not wanted, and is cut out.' })
  readonly discarded!: boolean;

  @Field(() => SkipReason, {
    nullable: true,
    description: 'Why its speaker left the sentence out; null for a reading, also one that was redone.',
  })
  readonly skipReason!: Reason | null;

  @Field(() => DateTime, { description: 'When it arrived.' })
  readonly receivedAt!: Date;
}

@ObjectType('SessionUploadState', { description: 'What has arrived of a recital, and what has not.' })
export class SessionUploadState implements UploadState {
  @Field(() => ID, { description: 'The session that this tells of.' })
  readonly sessionId!: string;

  @Field(() => SessionStatus, { description: 'How far the session has come.' })
  readonly status!: Status;

  @Field(() => Boolean, { description: 'True: a person wished it away; it takes nothing any more.' })
  readonly disavowed!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'How many parts of the recording there are; null until its speaker ended it.',
  })
  readonly expectedAudioSegments!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many readings of sentences there are; null until its speaker ended it.',
  })
  readonly expectedTextSegments!: number | null;

  @Field(() => [AudioSegmentType], { description: 'The parts of the recording that arrived, in order.' })
  readonly audioSegments!: AudioSegment[];

  @Field(() => [TextSegmentType], { description: 'The readings of sentences that arrived, in order.' })
  readonly textSegments!: TextSegment[];

  @Field(() => [Int], {
    description: 'Sequences below the expected count (or below the highest that came) that have not arrived.',
  })
  readonly missingAudioSegments!: number[];

  @Field(() => [Int], {
    description: 'Sequences below the expected count (or below the highest that came) that have not arrived.',
  })
  readonly missingTextSegments!: number[];
}
