import { admins, asObject, everybody, outcomes, speakers, type NounAccess } from './matrix.js';

/** Names and totals are shown to all speakers: that is what the leaderboard is for. */
const amongSpeakers = outcomes({ ...speakers, other: 'answer', delegatedSpeaker: 'answer' });

const figures = ['durationSeconds', 'recordings', 'speakers'] as const;
const today = new Date().toISOString().slice(0, 10);

export const statsAccess: NounAccess = {
  operations: {
    'Query.totals': { outcomes: everybody },
    'Query.myStats': { outcomes: speakers },
    'Mutation.setReadingGoal': {
      args: () => '(goal: { period: DAY, minutes: 10 })',
      outcomes: amongSpeakers,
    },
    'Query.leaderboard': { outcomes: amongSpeakers },
    'Query.statsPerDay': { args: () => `(from: "${today}", to: "${today}")`, outcomes: admins },
  },
  fields: {
    SiteTotals: asObject(...figures),
    MyStats: asObject(
      'durationSeconds',
      'recordings',
      'rank',
      'nextHigherSeconds',
      'todaySeconds',
      'todayRecordings',
      'streakDays',
      'recentDays',
      'goal',
    ),
    OwnDay: asObject('day', 'durationSeconds', 'recordings'),
    ReadingGoal: asObject('period', 'minutes', 'givenSeconds'),
    Leaderboard: asObject('entries', 'me'),
    LeaderboardEntry: asObject('rank', 'name', 'joinedAt', 'durationSeconds', 'recordings', 'isMe'),
    DayStats: asObject('day', ...figures, 'languages'),
    LanguageDayStats: asObject('language', ...figures),
  },
};
