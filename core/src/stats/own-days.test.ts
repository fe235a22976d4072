import { beforeAll, describe, expect, it } from 'vitest';
import { aCountedSession } from '../../test/counted.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aUser } from '../../test/factories.js';
import { disavowSession } from '../session/disavow-session.js';
import { readOwnDays, secondsOfPeriod } from './own-days.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

const em = () => database.em();

describe("a speaker's own days", () => {
  it.each([
    [[], 0, 0],
    [[0], 1, 60],
    [[0, 0, 1, 2, 4], 3, 120],
    [[1, 2, 4], 2, 0],
    [[2, 3], 0, 0],
    [[0, 1, 2, 3, 4, 5, 6, 7, 8], 9, 60],
  ])('with recordings %j days ago are a streak of %i days', async (daysAgo, streakDays, todaySeconds) => {
    const speaker = await aUser(em());
    for (const ago of daysAgo) await aCountedSession(em(), speaker, { durationSeconds: 60, daysAgo: ago });
    const days = await readOwnDays(em(), speaker.id, 'UTC');
    expect(days.streakDays).toBe(streakDays);
    expect(days.recentDays).toHaveLength(7);
    expect(days.recentDays.at(-1)).toEqual({
      day: new Date().toISOString().slice(0, 10),
      durationSeconds: todaySeconds,
      recordings: todaySeconds / 60,
    });
  });

  it('begin and end at midnight where the speaker is', async () => {
    const speaker = await aUser(em());
    for (const [minutes, durationSeconds] of [
      [-1, 10],
      [1, 20],
    ] as const) {
      const { id } = await aCountedSession(em(), speaker, { durationSeconds });
      await em().execute(
        `update recital_sessions set created_at = make_interval(mins => ?)
           + (now() at time zone 'Asia/Jerusalem')::date::timestamp at time zone 'Asia/Jerusalem' where id = ?`,
        [minutes, id],
      );
    }
    const there = await readOwnDays(em(), speaker.id, 'Asia/Jerusalem');
    expect(there.streakDays).toBe(2);
    expect(there.recentDays.slice(-2).map(({ durationSeconds }) => durationSeconds)).toEqual([10, 20]);
    expect((await readOwnDays(em(), speaker.id, 'UTC')).streakDays).toBe(1);
  });

  it('know nothing of what was wished away, or of what others gave', async () => {
    const speaker = await aUser(em());
    await aCountedSession(em(), await aUser(em()), { durationSeconds: 60 });
    const { id } = await aCountedSession(em(), speaker, { durationSeconds: 60 });
    await disavowSession(em(), { viewer: { id: speaker.id, group: null }, sessionId: id });
    const { streakDays, recentDays } = await readOwnDays(em(), speaker.id, 'UTC');
    expect(streakDays).toBe(0);
    expect(recentDays.every(({ recordings }) => recordings === 0)).toBe(true);
  });

  it.each(['Mars/Olympus', '', "UTC'; --"])('cannot be told for the time zone %j', async (timeZone) => {
    const { id } = await aUser(em());
    await expect(readOwnDays(em(), id, timeZone)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'timeZone' },
    });
  });
});

describe('what was given of a goal', () => {
  // 2026-11-22 is a Sunday.
  const daysUntil = (last: number) =>
    Array.from({ length: 7 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 10, last - 6 + index)).toISOString().slice(0, 10),
      durationSeconds: 1,
      recordings: 1,
    }));

  it.each([
    [21, 7],
    [22, 1],
    [24, 3],
  ])('this week, on the %i of November, counts from Sunday: %i days', (last, days) => {
    expect(secondsOfPeriod(daysUntil(last), 'week')).toBe(days);
    expect(secondsOfPeriod(daysUntil(last), 'day')).toBe(1);
  });
});
