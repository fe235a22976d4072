import type {
  ActiveSpeakers as Active,
  AttentionCount as Attention,
  GivenText,
  LanguageTotals as OfLanguage,
  SessionCounts as Counts,
} from '@crowd-recital/core/stats/overview.js';
import type { SessionAttention as AttentionCode } from '@crowd-recital/core/session/recital-session.entity.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { SessionAttention } from '../session/session.type.js';
import { Language } from '../text/text.type.js';

const capped = 'Counted up to 1000; 1001 means more.';

@ObjectType('SessionCounts', {
  description: 'Recitals by how far they are. Those that ended without any voice are in none.',
})
export class SessionCounts implements Counts {
  @Field(() => Int, { description: `Being recorded now, or left a moment ago. ${capped}` })
  readonly recording!: number;

  @Field(() => Int, { description: `Ended; their files are not made yet. ${capped}` })
  readonly processing!: number;

  @Field(() => Int, { description: 'Finished and wanted; all of them, exactly.' })
  readonly ready!: number;

  @Field(() => Int, { description: `Finished, but nobody has said that they are to be kept. ${capped}` })
  readonly unconfirmed!: number;

  @Field(() => Int, { description: `Wished away; their files are being deleted. ${capped}` })
  readonly deleting!: number;

  @Field(() => Int, { description: `Wished away, and deleted. ${capped}` })
  readonly deleted!: number;
}

@ObjectType('AttentionCount', { description: 'How many recitals wait for an admin for one reason.' })
export class AttentionCount implements Attention {
  @Field(() => SessionAttention, { description: 'The reason.' })
  readonly attention!: AttentionCode;

  @Field(() => Int, {
    description: 'How many there are. All reasons together are counted up to 1000; 1001 means more.',
  })
  readonly sessions!: number;
}

@ObjectType('ActiveSpeakers', {
  description: 'How many different people recorded lately; days are those of UTC, today included.',
})
export class ActiveSpeakers implements Active {
  @Field(() => Int, { description: 'Today.' })
  readonly today!: number;

  @Field(() => Int, { description: 'On the last 7 days.' })
  readonly lastWeek!: number;

  @Field(() => Int, { description: 'On the last 30 days.' })
  readonly lastMonth!: number;
}

@ObjectType('LanguageTotals', { description: 'What all speakers gave in one language.' })
export class LanguageTotals implements OfLanguage {
  @Field(() => Language, { description: 'The language of the texts that were read.' })
  readonly language!: LanguageCode;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;
}

@ObjectType('TextTotals', { description: 'What all speakers gave of one text, in any of its revisions.' })
export class TextTotalsType implements GivenText {
  readonly textId!: string;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;
}

@ObjectType('Overview', {
  description: 'How the site is, at a look. Each part costs only when it is selected.',
})
export class Overview {}
