import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCountedSession } from '../../test/counted.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aText, aUser } from '../../test/factories.js';
import { disavowSession } from '../session/disavow-session.js';
import type { User } from '../user/user.entity.js';
import { readDays } from './days.js';
import { readLeaderboard, readLeaderboardEntry } from './leaderboard.js';
import { readSiteTotals } from './site-totals.js';
import { readStanding } from './standing.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

beforeEach(async () => {
  await database.em().execute('truncate users, standing_bands cascade');
});

/** A speaker for each total, in seconds. */
async function speakers(...totals: number[]): Promise<User[]> {
  const made: User[] = [];
  for (const [index, durationSeconds] of totals.entries()) {
    const speaker = await aUser(database.em(), { name: `Speaker ${index}` });
    await aCountedSession(database.em(), speaker, { durationSeconds });
    made.push(speaker);
  }
  return made;
}

describe('a standing', () => {
  it('is shared by those with the same total, and leaves out no rank after them', async () => {
    // Close together (one band) and far apart (several).
    const totals = [10, 3_600, 3_600, 3_605.5, 7_200, 10, 50_000];
    const made = await speakers(...totals);
    const distinct = [...new Set(totals)].sort((a, b) => b - a);
    for (const [index, { id }] of made.entries()) {
      const total = totals[index] ?? 0;
      expect(await readStanding(database.em(), id)).toEqual({
        durationSeconds: total,
        recordings: 1,
        rank: distinct.indexOf(total) + 1,
        nextHigherSeconds: distinct[distinct.indexOf(total) - 1] ?? null,
      });
    }
  });

  it('of somebody without a recording has no rank, and the lowest total above it', async () => {
    await speakers(20, 30);
    const newcomer = await aUser(database.em());
    const nothing = { durationSeconds: 0, recordings: 0, rank: null, nextHigherSeconds: 20 };
    expect(await readStanding(database.em(), newcomer.id)).toEqual(nothing);
    const session = await aCountedSession(database.em(), newcomer, { durationSeconds: 5 });
    expect(await readStanding(database.em(), newcomer.id)).toMatchObject({ rank: 3 });
    await disavowSession(database.em(), { viewer: { id: newcomer.id, group: null }, sessionId: session.id });
    expect(await readStanding(database.em(), newcomer.id)).toEqual(nothing);
    expect(await readSiteTotals(database.em())).toEqual({ durationSeconds: 50, recordings: 2, speakers: 2 });
  });

  it('is right for everybody when many change at once', async () => {
    const made = await speakers(...Array.from({ length: 12 }, () => 100));
    await Promise.all(
      made.map((speaker, index) =>
        aCountedSession(database.em(), speaker, { durationSeconds: 50 + (index % 3) }),
      ),
    );
    for (const [index, { id }] of made.entries()) {
      expect(await readStanding(database.em(), id)).toMatchObject({ rank: 3 - (index % 3), recordings: 2 });
    }
  });
});

describe('the leaderboard', () => {
  it('has the first ones with their ranks, ties by when they joined, and anybody by id', async () => {
    const [a, b, c, d] = await speakers(30, 50, 30, 10);
    const board = await readLeaderboard(database.em(), 3);
    expect(board.map(({ userId, rank }) => [userId, rank])).toEqual([
      [b?.id, 1],
      [a?.id, 2],
      [c?.id, 2],
    ]);
    expect(await readLeaderboardEntry(database.em(), d?.id ?? '')).toMatchObject({
      rank: 3,
      name: 'Speaker 3',
      durationSeconds: 10,
    });
    const newcomer = await aUser(database.em());
    expect(await readLeaderboardEntry(database.em(), newcomer.id)).toBeNull();
  });
});

describe('days', () => {
  const today = new Date().toISOString().slice(0, 10);

  it('are summed up by language, each speaker once, and none is left out', async () => {
    const speaker = await aUser(database.em());
    const hebrew = await aText(database.em(), speaker, { language: 'he', text: 'שלום לכולם.' });
    await aCountedSession(database.em(), speaker, { durationSeconds: 10 });
    await aCountedSession(database.em(), speaker, { durationSeconds: 20, text: hebrew });
    await speakers(5);
    const dayBefore = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const nothing = { durationSeconds: 0, recordings: 0, speakers: 0 };
    expect(await readDays(database.em(), dayBefore, today)).toEqual([
      { day: dayBefore, language: null, ...nothing },
      { day: today, language: null, durationSeconds: 35, recordings: 3, speakers: 2 },
      { day: today, language: 'en', durationSeconds: 15, recordings: 2, speakers: 2 },
      { day: today, language: 'he', durationSeconds: 20, recordings: 1, speakers: 1 },
    ]);
  });

  it.each([
    ['2026-02-30', '2026-03-01', 'from'],
    ['2026-03-01', 'today', 'to'],
    ['2026-03-02', '2026-03-01', 'to'],
    ['2025-01-01', '2026-11-22', 'to'],
  ])('from %s to %s cannot be', async (from, to, field) => {
    await expect(readDays(database.em(), from, to)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field },
    });
  });
});
