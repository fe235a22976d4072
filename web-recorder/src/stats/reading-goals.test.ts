import { describe, expect, it } from 'vitest';
import { choicesWith, nameOf, ownTimeZone, readingGoals } from './reading-goals';

describe('the goals to choose from', () => {
  it('have the one that is set once, also when it is none of ours', () => {
    const ours = { period: 'DAY', minutes: 20 } as const;
    expect(choicesWith(ours)).toHaveLength(readingGoals.length);
    const other = { period: 'DAY', minutes: 45 } as const;
    expect(choicesWith(other).map(nameOf)).toEqual([
      ...['DAY 5', 'DAY 10', 'DAY 20', 'DAY 30', 'DAY 45'],
      ...['WEEK 30', 'WEEK 60', 'WEEK 120'],
    ]);
    expect(choicesWith(null)).toEqual(readingGoals);
  });

  it('are counted by the days of a real place', () => expect(ownTimeZone()).not.toBe(''));
});
