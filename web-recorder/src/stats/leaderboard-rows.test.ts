import { describe, expect, it } from 'vitest';
import { leaderboardRows, secondsToClimb } from './leaderboard-rows';

const row = (rank: number, isMe = false) => ({
  rank,
  isMe,
  name: `Speaker ${rank}`,
  durationSeconds: 100 - rank,
  recordings: 1,
  joinedAt: '2026-01-01T00:00:00Z',
});

describe('the rows of the leaderboard', () => {
  it('have my own after a gap when I am not among the first', () =>
    expect(leaderboardRows([row(1), row(2)], row(9, true)).map(({ rank, gap }) => [rank, gap])).toEqual([
      [1, false],
      [2, false],
      [9, true],
    ]));

  it('have my own once when I am among them, and not at all without a recording', () => {
    expect(leaderboardRows([row(1), row(2, true)], row(2, true))).toHaveLength(2);
    expect(leaderboardRows([row(1)], null)).toHaveLength(1);
  });
});

describe('how far it is to the next place', () => {
  it.each([
    [60, 90, 31],
    [60.4, 61.2, 1],
    [60, null, null],
    [0, undefined, null],
  ])('from %d s below %s s is %s s', (own, next, seconds) => expect(secondsToClimb(own, next)).toBe(seconds));
});
