import type { LeaderboardEntry as Entry } from '@crowd-recital/core/stats/leaderboard.js';
import type { SiteTotals as Totals } from '@crowd-recital/core/stats/site-totals.js';
import type { Language as LanguageCode } from '@crowd-recital/core/text/text-document.entity.js';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Language } from '../text/text.type.js';

@ObjectType('LeaderboardEntry', { description: 'A speaker, and the place among all.' })
export class LeaderboardEntryType implements Omit<Entry, 'userId'> {
  @Field(() => Int, {
    description:
      'Counted from 1. Speakers with the same total share a place, and no place is left out after them.',
  })
  readonly rank!: number;

  @Field(() => String, { description: 'Name of the speaker.' })
  readonly name!: string;

  @Field(() => DateTime, { description: 'When the speaker joined.' })
  readonly joinedAt!: Date;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;

  @Field(() => Boolean, { description: "True: this is the caller's own entry." })
  readonly isMe!: boolean;
}

@ObjectType('Leaderboard', { description: 'The speakers who gave the most, as it is at this moment.' })
export class Leaderboard {
  @Field(() => [LeaderboardEntryType], {
    description:
      'The first ones (as many as LEADERBOARD_DEPTH says), the most seconds first; of those with the same total, who joined first.',
  })
  readonly entries!: readonly LeaderboardEntryType[];

  @Field(() => LeaderboardEntryType, {
    nullable: true,
    description:
      "The caller's own entry, also when it is not among the first ones. Null without a recording.",
  })
  readonly me!: LeaderboardEntryType | null;
}

@ObjectType('SiteTotals', { description: 'What all speakers have given together, as it is at this moment.' })
export class SiteTotals implements Totals {
  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;

  @Field(() => Int, { description: 'How many people have a recording.' })
  readonly speakers!: number;
}

@ObjectType('LanguageDayStats', { description: 'What was given on one day in one language.' })
export class LanguageDayStats {
  @Field(() => Language, { description: 'The language of the texts that were read.' })
  readonly language!: LanguageCode;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;

  @Field(() => Int, { description: 'How many different people recorded.' })
  readonly speakers!: number;
}

@ObjectType('DayStats', {
  description: 'What was given on one day: the one (in UTC) on which the server first heard of a recital.',
})
export class DayStatsType {
  @Field(() => String, { description: 'The day, such as `2026-11-22`.' })
  readonly day!: string;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;

  @Field(() => Int, { description: 'How many different people recorded.' })
  readonly speakers!: number;

  @Field(() => [LanguageDayStats], {
    description: 'The same by language; languages without a recording are left out.',
  })
  readonly languages!: readonly LanguageDayStats[];
}
