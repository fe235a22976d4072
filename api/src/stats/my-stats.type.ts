import type { OwnDay } from '@crowd-recital/core/stats/own-days.js';
import { goalPeriods, type GoalPeriod as Period } from '@crowd-recital/core/stats/reading-goal.entity.js';
import type { Goal } from '@crowd-recital/core/stats/set-reading-goal.js';
import type { Standing } from '@crowd-recital/core/stats/standing.js';
import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';

export const GoalPeriod = enumOf(goalPeriods);

registerEnumType(GoalPeriod, {
  name: 'GoalPeriod',
  description: 'How often a speaker means to reach a goal.',
  valuesConfig: {
    DAY: { description: 'Every day.' },
    WEEK: { description: 'Every week; weeks begin on Sunday.' },
  },
});

@ObjectType('OwnDay', {
  description: 'What the caller gave on one day, from midnight to midnight where they are.',
})
export class OwnDayType implements OwnDay {
  @Field(() => String, { description: 'The day, such as `2026-11-22`.' })
  readonly day!: string;

  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;
}

@ObjectType('ReadingGoal', { description: 'How much the caller set out to read; seen by nobody else.' })
export class ReadingGoalType implements Goal {
  @Field(() => GoalPeriod, { description: 'Every day or every week.' })
  readonly period!: Period;

  @Field(() => Int, { description: 'Minutes of finished recordings that were set out for.' })
  readonly minutes!: number;

  @Field(() => Float, { description: 'Seconds given so far: today, or since Sunday.' })
  readonly givenSeconds!: number;
}

@InputType('ReadingGoalInput', { description: 'How much to read.' })
export class ReadingGoalInput implements Goal {
  @Field(() => GoalPeriod, { description: 'Every day or every week.' })
  readonly period!: Period;

  @Field(() => Int, { description: 'Minutes: 1 to 120 a day, or 1 to 840 a week.' })
  readonly minutes!: number;
}

@ObjectType('MyStats', {
  description:
    'What the caller has given, as it is at this moment. Only finished recordings count that somebody wants to keep. A recital belongs to the moment at which the server first heard of it, and days are those of the time zone that was asked for.',
})
export class MyStats implements Standing {
  @Field(() => Float, { description: 'Seconds of finished recordings.' })
  readonly durationSeconds!: number;

  @Field(() => Int, { description: 'How many recordings there are.' })
  readonly recordings!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The place among all speakers by seconds, counted from 1. Speakers with the same total share a place, and no place is left out after them. Null without a recording.',
  })
  readonly rank!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The next total above the own one, in seconds: what the next place takes. Null at the top.',
  })
  readonly nextHigherSeconds!: number | null;

  @Field(() => Float, { description: 'Seconds recorded today.' })
  readonly todaySeconds!: number;

  @Field(() => Int, { description: 'Recordings made today.' })
  readonly todayRecordings!: number;

  @Field(() => Int, {
    description:
      'Days in a row with a recording, up to today, or to yesterday as long as there is none today.',
  })
  readonly streakDays!: number;

  @Field(() => [OwnDayType], {
    description: 'The last seven days without a gap, the oldest first; the last one is today.',
  })
  readonly recentDays!: readonly OwnDayType[];

  @Field(() => ReadingGoalType, {
    nullable: true,
    description: 'What the caller set out to read by `setReadingGoal`; null: nothing.',
  })
  readonly goal!: ReadingGoalType | null;
}
