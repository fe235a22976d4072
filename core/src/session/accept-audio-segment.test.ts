import { beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser } from '../../test/factories.js';
import { somebodyWaitsForALock } from '../../test/lock-wait.js';
import { segmentKey } from '../storage/keys.js';
import type { User } from '../user/user.entity.js';
import { acceptAudioSegment, type StoredSegment } from './accept-audio-segment.js';
import { AudioSegment } from './audio-segment.entity.js';
import { RecitalSession } from './recital-session.entity.js';

let database: TestDatabase;
let speaker: User;

beforeAll(async () => {
  database = await testDatabase();
  speaker = await aUser(database.em());
});

function stored(session: RecitalSession, sequence = 0, byteLength = 100): StoredSegment {
  const sha256 = 'a'.repeat(64);
  const storageKey = segmentKey(session.id, sequence, sha256);
  return {
    userId: speaker.id,
    sessionId: session.id,
    sequence,
    mimeType: 'audio/webm',
    byteLength,
    sha256,
    storageKey,
  };
}

/** All of them in the same moment. */
function accept(segments: readonly StoredSegment[]) {
  return Promise.allSettled(segments.map((segment) => acceptAudioSegment(database.em(), segment)));
}

async function begin(count: number, user = speaker): Promise<RecitalSession[]> {
  const sessions: RecitalSession[] = [];
  for (let made = 0; made < count; made += 1) sessions.push(await aSession(database.em(), user));
  return sessions;
}

it('takes in what comes in the same moment by one statement, each by its own rights', async () => {
  const [one, two, gone] = (await begin(3)) as [RecitalSession, RecitalSession, RecitalSession];
  const [foreign] = (await begin(1, await aUser(database.em()))) as [RecitalSession];
  await database.em().execute('update recital_sessions set disavowed = true where id = ?', [gone.id]);
  await accept([stored(two)]);
  const outcomes = await accept([
    stored(one),
    stored(foreign),
    stored(gone),
    stored(two),
    stored(two, 1),
    stored(one, 1),
  ]);
  expect(outcomes.map((outcome) => 'value' in outcome && outcome.value)).toMatchObject([
    { sequence: 0, storageKey: stored(one).storageKey },
    'session-not-open',
    'session-not-open',
    'sequence-taken',
    { sequence: 1 },
    { sequence: 1 },
  ]);
  for (const [session, segments] of [
    [one, 2],
    [two, 2],
    [gone, 0],
    [foreign, 0],
  ] as const) {
    expect(await database.em().count(AudioSegment, { session: session.id })).toBe(segments);
    const { contentVersion } = await database.em().findOneOrFail(RecitalSession, session.id);
    expect(contentVersion).toBe(session.contentVersion + segments);
  }
});

it('lets nobody wait for a recital that somebody else holds, nor fail by what the database refuses', async () => {
  const [held, refused, free] = (await begin(3)) as [RecitalSession, RecitalSession, RecitalSession];
  let waiting: Promise<unknown> | undefined;
  await inTransaction(database.em(), async (em) => {
    await em.execute('select 1 from recital_sessions where id = ? for update', [held.id]);
    waiting = acceptAudioSegment(database.em(), stored(held));
    const [bad, good] = await accept([stored(refused, 0, 0), stored(free)]);
    expect(bad).toMatchObject({ status: 'rejected' });
    expect(good).toMatchObject({ value: { sequence: 0 } });
    await somebodyWaitsForALock(database);
  });
  expect(await waiting).toMatchObject({ sequence: 0 });
  expect(await acceptAudioSegment(database.em(), stored(refused))).toMatchObject({ sequence: 0 });
});
