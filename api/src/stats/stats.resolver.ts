import { readDays, type DayStats } from '@crowd-recital/core/stats/days.js';
import {
  readLeaderboard,
  readLeaderboardEntry,
  type LeaderboardEntry,
} from '@crowd-recital/core/stats/leaderboard.js';
import { readSiteTotals } from '@crowd-recital/core/stats/site-totals.js';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { requireAdmin, requireSignedSpeakerOrAdmin } from '../auth/require-viewer.js';
import type { Context } from '../graphql/context.js';
import { DayStatsType, Leaderboard, SiteTotals, type LanguageDayStats } from './stats.type.js';

@Resolver()
export class StatsResolver {
  @Query(() => Leaderboard, {
    description:
      'The speakers who gave the most.\n\nErrors: UNAUTHENTICATED, FORBIDDEN before approval, AGREEMENT_REQUIRED for speakers.',
  })
  async leaderboard(@Ctx() { em, caller, agreements, config }: Context): Promise<Leaderboard> {
    const { id } = requireSignedSpeakerOrAdmin({ caller, agreements });
    const [top, own] = await Promise.all([
      readLeaderboard(em, config.leaderboardDepth),
      readLeaderboardEntry(em, id),
    ]);
    const marked = (entry: LeaderboardEntry) => ({ ...entry, isMe: entry.userId === id });
    return { entries: top.map(marked), me: own === null ? null : marked(own) };
  }

  @Query(() => SiteTotals, { description: 'What all speakers have given together. Answers everybody.' })
  async totals(@Ctx() { em }: Context): Promise<SiteTotals> {
    return readSiteTotals(em);
  }

  @Query(() => [DayStatsType], {
    complexity: ({ childComplexity }) => 100 + childComplexity,
    description:
      'What was given on each day of a stretch, days without a recording included. Admins only.\n\nErrors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT for a day that is none, or more than 366 days.',
  })
  async statsPerDay(
    @Arg('from', () => String, { description: 'The first day, such as `2026-11-01`; days are those of UTC.' })
    from: string,
    @Arg('to', () => String, { description: 'The last day, such as `2026-11-30`.' }) to: string,
    @Ctx() { em, caller }: Context,
  ): Promise<DayStatsType[]> {
    requireAdmin(caller);
    return daysWithLanguages(await readDays(em, from, to));
  }
}

/** The rows of each day: the day as a whole, and its languages. */
function daysWithLanguages(rows: readonly DayStats[]): DayStatsType[] {
  const days = new Map<string, DayStatsType & { readonly languages: LanguageDayStats[] }>();
  for (const { language, ...figures } of rows) {
    if (language === null) days.set(figures.day, { ...figures, languages: [] });
    else days.get(figures.day)?.languages.push({ ...figures, language });
  }
  return [...days.values()];
}
