import { readOwnDays, secondsOfPeriod } from '@crowd-recital/core/stats/own-days.js';
import { readReadingGoal, setReadingGoal } from '@crowd-recital/core/stats/set-reading-goal.js';
import { readStanding } from '@crowd-recital/core/stats/standing.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { requireSignedSpeakerOrAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { MyStats, ReadingGoalInput } from './my-stats.type.js';

/** Where the caller is, for whoever asks about days. */
const timeZoneArgument = {
  defaultValue: 'UTC',
  description:
    'Where the days of the answer begin and end: the name of a time zone as browsers know it, such as `Asia/Jerusalem`.',
};

@Resolver()
export class MyStatsResolver {
  @Query(() => MyStats, {
    description:
      'What the caller has given, and where that stands.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for a time zone that there is not.',
  })
  async myStats(
    @Arg('timeZone', () => String, timeZoneArgument) timeZone: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<MyStats> {
    const { id } = requireSignedSpeakerOrAdmin({ caller, agreements });
    return statsOf(em, id, timeZone);
  }

  @Mutation(() => MyStats, {
    description:
      'Sets what the caller means to read every day or every week, in place of any goal before. It changes nothing but what `myStats.goal` answers.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers, BAD_USER_INPUT for less than a minute, or more than 120 minutes a day or 840 a week.',
  })
  async setReadingGoal(
    @Arg('goal', () => ReadingGoalInput, {
      nullable: true,
      description: 'Null, or left out: no goal any more.',
    })
    goal: ReadingGoalInput | undefined,
    @Arg('timeZone', () => String, timeZoneArgument) timeZone: string,
    @Ctx() { em, caller, agreements }: Context,
  ): Promise<MyStats> {
    const { id } = requireSignedSpeakerOrAdmin({ caller, agreements });
    await setReadingGoal(em, id, goal ?? null);
    return statsOf(em, id, timeZone);
  }
}

async function statsOf(em: EntityManager, userId: string, timeZone: string): Promise<MyStats> {
  const [standing, { recentDays, streakDays }, goal] = await Promise.all([
    readStanding(em, userId),
    readOwnDays(em, userId, timeZone),
    readReadingGoal(em, userId),
  ]);
  const today = recentDays.at(-1);
  return {
    ...standing,
    todaySeconds: today?.durationSeconds ?? 0,
    todayRecordings: today?.recordings ?? 0,
    streakDays,
    recentDays,
    goal: goal && { ...goal, givenSeconds: secondsOfPeriod(recentDays, goal.period) },
  };
}
