import { aCountedSession } from '@crowd-recital/core/test/counted.js';
import { aText, aUser } from '@crowd-recital/core/test/factories.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer({ environment: { LEADERBOARD_DEPTH: '2' } });
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const [first, tied, third] = await Promise.all(
  ['Alef', 'Bet', 'Gimel'].map((name) => aUser(server.database.em(), { name, group: 'admin' })),
);

async function board(user: User | undefined): Promise<unknown> {
  if (user === undefined) throw new Error('Nobody asks.');
  const entry = '{ rank name isMe durationSeconds }';
  const { leaderboard } = await server.as(user).data(`{ leaderboard { entries ${entry} me ${entry} } }`);
  return leaderboard;
}

it('answer zero, and no rank, before anything was recorded', async () => {
  expect(
    (await server.anonymous().data('{ totals { durationSeconds recordings speakers } }')).totals,
  ).toEqual({
    durationSeconds: 0,
    recordings: 0,
    speakers: 0,
  });
  expect(
    (await server.as(admin).data('{ myStats { rank nextHigherSeconds recordings streakDays } }')).myStats,
  ).toEqual({ rank: null, nextHigherSeconds: null, recordings: 0, streakDays: 0 });
  expect(await board(admin)).toEqual({ entries: [], me: null });
});

it('follow each recording at once, with ties, and my own row beyond the first ones', async () => {
  for (const [user, durationSeconds] of [
    [first, 60],
    [tied, 60],
    [third, 30],
  ] as const) {
    if (user !== undefined) await aCountedSession(em, user, { durationSeconds });
  }
  expect(await board(third)).toMatchObject({
    entries: [
      { rank: 1, isMe: false, durationSeconds: 60 },
      { rank: 1, isMe: false, durationSeconds: 60 },
    ],
    me: { rank: 2, name: 'Gimel', isMe: true, durationSeconds: 30 },
  });
  expect(await board(tied)).toMatchObject({ me: { rank: 1, name: 'Bet' } });
  if (third === undefined) throw new Error('Nobody asks.');
  const mine = await server
    .as(third)
    .data('{ myStats { rank nextHigherSeconds recordings todaySeconds todayRecordings streakDays } }');
  expect(mine.myStats).toEqual({
    rank: 2,
    nextHigherSeconds: 60,
    recordings: 1,
    todaySeconds: 30,
    todayRecordings: 1,
    streakDays: 1,
  });
});

it('per day are told by language', async () => {
  const hebrew = await aText(em, admin, { language: 'he', text: 'שלום לכולם.' });
  await aCountedSession(em, admin, { durationSeconds: 10, daysAgo: 1, text: hebrew });
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const { statsPerDay } = await server
    .as(admin)
    .data(
      'query ($from: String!, $to: String!) { statsPerDay(from: $from, to: $to) { day durationSeconds recordings speakers languages { language durationSeconds recordings speakers } } }',
      { from: day(2), to: day(0) },
    );
  expect(statsPerDay).toEqual([
    { day: day(2), durationSeconds: 0, recordings: 0, speakers: 0, languages: [] },
    {
      day: day(1),
      durationSeconds: 10,
      recordings: 1,
      speakers: 1,
      languages: [{ language: 'HE', durationSeconds: 10, recordings: 1, speakers: 1 }],
    },
    {
      day: day(0),
      durationSeconds: 150,
      recordings: 3,
      speakers: 3,
      languages: [{ language: 'EN', durationSeconds: 150, recordings: 3, speakers: 3 }],
    },
  ]);
  const wrong = await server.as(admin).query('{ statsPerDay(from: "soon", to: "later") { day } }');
  expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field: 'to' } }] });
});

it('are told by the days of where the caller is, with the goal that the caller set', async () => {
  const speaker = await aUser(em, { group: 'admin' });
  await aCountedSession(em, speaker, { durationSeconds: 90 });
  const client = server.as(speaker);
  const selected =
    'streakDays todaySeconds recentDays { day recordings } goal { period minutes givenSeconds }';
  const { setReadingGoal } = await client.data<{ setReadingGoal: { recentDays: unknown[] } }>(
    `mutation { setReadingGoal(goal: { period: WEEK, minutes: 30 }, timeZone: "Asia/Jerusalem") { ${selected} } }`,
  );
  expect(setReadingGoal).toMatchObject({
    streakDays: 1,
    todaySeconds: 90,
    goal: { period: 'WEEK', minutes: 30, givenSeconds: 90 },
  });
  expect(setReadingGoal.recentDays).toHaveLength(7);
  await client.data('mutation { setReadingGoal { rank } }');
  expect((await client.data('{ myStats { goal { minutes } } }')).myStats).toEqual({ goal: null });

  const nowhere = await client.query('{ myStats(timeZone: "Mars/Olympus") { rank } }');
  expect(nowhere).toMatchObject({
    code: 'BAD_USER_INPUT',
    errors: [{ extensions: { field: 'timeZone' } }],
  });
  const tooMuch = await client.query(
    'mutation { setReadingGoal(goal: { period: DAY, minutes: 121 }) { rank } }',
  );
  expect(tooMuch).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field: 'minutes' } }] });
});
