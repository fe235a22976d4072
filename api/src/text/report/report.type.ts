import { reportsCeiling, type ReportCount } from '@crowd-recital/core/text/reported-sentences.js';
import { recitalsRead, type SentenceReadings as Readings } from '@crowd-recital/core/text/text-readings.js';
import type { SkipReason as Reason, TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { connectionOf } from '../../page/connection.js';
import { SkipReason } from '../../session/upload-state.type.js';

@ObjectType('ReportedSentence', {
  description: 'A sentence that a speaker left out, and why.',
})
export class ReportedSentence implements Pick<TextSegment, 'id' | 'text' | 'paragraph' | 'sentence'> {
  @Field(() => ID, { description: 'Identifies the report.' })
  readonly id!: string;

  @Field(() => String, { description: 'The sentence as the speaker saw it.' })
  readonly text!: string;

  @Field(() => Int, { description: 'Its paragraph in the revision that was read, counted from 0.' })
  readonly paragraph!: number;

  @Field(() => Int, { description: 'Its place in the paragraph, counted from 0.' })
  readonly sentence!: number;

  @Field(() => SkipReason, { name: 'reason', description: 'Why it was left out.' })
  readonly skipReason!: Reason;

  @Field(() => DateTime, { name: 'reportedAt', description: 'When the server heard of it.' })
  readonly receivedAt!: Date;
}

export const ReportedSentenceConnection = connectionOf(
  'ReportedSentence',
  () => ReportedSentence,
  'A list of sentences that speakers left out, page by page.',
);

@InputType('ReportFilter', { description: 'Which reports; conditions that are given all hold.' })
export class ReportFilter {
  @Field(() => ID, { nullable: true, description: 'Only those of this text, in any of its revisions.' })
  readonly textId?: string | null;

  @Field(() => [SkipReason], { nullable: true, description: 'Only those with one of these reasons.' })
  readonly reasons?: Reason[] | null;
}

@ObjectType('ReportCount', { description: 'How often one reason was given for leaving a sentence out.' })
export class ReportCountType implements ReportCount {
  @Field(() => SkipReason, { description: 'The reason.' })
  readonly reason!: Reason;

  @Field(() => Int, {
    description: `How often it was given; the newest ${reportsCeiling + 1} reports of all reasons together are counted.`,
  })
  readonly reports!: number;
}

@ObjectType('SentenceReadings', { description: 'What came of one sentence of a text.' })
export class SentenceReadings implements Readings {
  @Field(() => Int, { description: 'Its paragraph, counted from 0.' })
  readonly paragraph!: number;

  @Field(() => Int, { description: 'Its place in the paragraph, counted from 0.' })
  readonly sentence!: number;

  @Field(() => Int, {
    description: `How often it was read, without what was redone; in the newest ${recitalsRead} recitals of this revision.`,
  })
  readonly readings!: number;

  @Field(() => Int, { description: 'How often a speaker left it out and said why; in the same recitals.' })
  readonly reports!: number;
}
