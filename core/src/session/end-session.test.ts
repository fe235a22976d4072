import { beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someResult, textSegment } from '../../test/factories.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { User } from '../user/user.entity.js';
import { UserTotals } from '../user/user-totals.entity.js';
import { abandonIdleSessions } from './abandon-sessions.js';
import { disavowSession } from './disavow-session.js';
import { endSession, type SessionEnd } from './end-session.js';
import { claimFinalisation } from './finalisation-claim.js';
import { commitFinalised } from './finalisation-commit.js';
import { keepSessionAlive } from './keep-session-alive.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { receiveTextSegment } from './receive-text-segment.js';
import { RecitalSession } from './recital-session.entity.js';
import { TextSegment } from './text-segment.entity.js';
import { uploadState } from './upload-state.js';

let database: TestDatabase;
let store: LocalContentStore;
let speaker: User;

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
  speaker = await aUser(database.em());
});

async function begin({ audio = 1, text = 1 } = {}): Promise<RecitalSession> {
  const session = await aSession(database.em(), speaker);
  for (let sequence = 0; sequence < audio; sequence++) await receiveAudio(session, sequence);
  for (let sequence = 0; sequence < text; sequence++) {
    await receiveTextSegment({ em: database.em(), limits }, textSegment(session, sequence));
  }
  return session;
}

async function receiveAudio(session: RecitalSession, sequence: number): Promise<void> {
  await receiveAudioSegment({ em: database.em(), store, limits }, audioSegment(session, sequence));
}

function end(
  session: RecitalSession,
  given: Partial<SessionEnd> = {},
  finalisationDisabled = false,
): Promise<RecitalSession> {
  return endSession(
    { em: database.em(), limits, finalisationDisabled },
    {
      userId: speaker.id,
      sessionId: session.id,
      audioSegments: 1,
      textSegments: 1,
      durationSeconds: 10,
      discardedSequences: [],
      endReason: 'finished',
      ...given,
    },
  );
}

async function hints(session: RecitalSession): Promise<string[]> {
  const jobs = await database
    .em()
    .execute<{ name: string }[]>(`select name from agenda.agenda_jobs where data ->> 'sessionId' = ?`, [
      session.id,
    ]);
  return jobs.map(({ name }) => name);
}

async function silentForThreeHours(session: RecitalSession): Promise<void> {
  await database
    .em()
    .execute(`update recital_sessions set last_activity_at = now() - interval '3 hours' where id = ?`, [
      session.id,
    ]);
}

describe('the end of a session', () => {
  it('keeps it, says what is expected, makes the content newer, and leaves a hint', async () => {
    const session = await begin();
    const ended = await end(session, { audioSegments: 3, textSegments: 2 });
    expect(ended).toMatchObject({
      status: 'ended',
      kept: true,
      endReason: 'finished',
      expectedAudioSegments: 3,
      expectedTextSegments: 2,
      recordedSeconds: 10,
      contentVersion: session.contentVersion + 3,
    });
    expect(ended.endedAt).toBeInstanceOf(Date);
    expect(await hints(session)).toEqual(['finalise-session']);
  });

  it('leaves no hint when finalisation is switched off', async () => {
    const session = await begin();
    await end(session, {}, true);
    expect(await hints(session)).toEqual([]);
  });

  it('said again with the same values is the same answer, and leaves no second hint', async () => {
    const session = await begin({ text: 3 });
    const values = { textSegments: 3, discardedSequences: [2, 1] };
    const first = await end(session, values);
    const again = await end(session, { ...values, discardedSequences: [1, 2, 2] });
    expect(again).toMatchObject({ endedAt: first.endedAt, contentVersion: first.contentVersion });
    expect(await hints(session)).toHaveLength(1);
  });

  it.each([
    { audioSegments: 2 },
    { textSegments: 2 },
    { durationSeconds: 10.5 },
    { discardedSequences: [0] },
  ] satisfies Partial<SessionEnd>[])('said again with other values (%o) is a conflict', async (other) => {
    const session = await begin();
    const first = await end(session);
    await expect(end(session, other)).rejects.toMatchObject({ code: 'CONFLICT' });
    const state = await database.em().findOneOrFail(RecitalSession, session.id);
    expect(state.contentVersion).toBe(first.contentVersion);
    expect(state.expectedAudioSegments).toBe(1);
    expect(await database.em().count(TextSegment, { session: session.id, discarded: true })).toBe(0);
  });

  it('said twice at once is one end', async () => {
    const session = await begin();
    const outcomes = await Promise.allSettled([
      end(session, { durationSeconds: 10 }),
      end(session, { durationSeconds: 11 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await hints(session)).toHaveLength(1);
  });

  it('discards readings with it, those that have not arrived included', async () => {
    const session = await begin({ text: 1 });
    await end(session, { textSegments: 2, discardedSequences: [0, 1] });
    await receiveTextSegment({ em: database.em(), limits }, textSegment(session, 1));
    const segments = await database.em().find(TextSegment, { session: session.id });
    expect(segments.map(({ discarded }) => discarded)).toEqual([true, true]);
  });

  it('with nothing recorded is empty, stays ended, and is empty no more when voice arrives after all', async () => {
    const session = await begin({ audio: 0, text: 0 });
    expect(await end(session, { audioSegments: 0, textSegments: 0, durationSeconds: 0 })).toMatchObject({
      status: 'ended',
      endReason: 'empty',
    });
    await receiveAudio(session, 0);
    expect(await database.em().findOneOrFail(RecitalSession, session.id)).toMatchObject({
      status: 'ended',
      endReason: 'interrupted',
    });
  });

  const wrong: [string, Partial<SessionEnd>][] = [
    ['a negative count', { audioSegments: -1 }],
    ['a broken count', { textSegments: 0.5 }],
    ['NaN as count', { audioSegments: NaN }],
    ['a count beyond the limit', { audioSegments: 5_001 }],
    ['a negative duration', { durationSeconds: -1 }],
    ['NaN as duration', { durationSeconds: NaN }],
    ['a duration beyond the longest session', { durationSeconds: 9_000 }],
    ['a discard beyond the count', { discardedSequences: [1] }],
    ['a negative discard', { discardedSequences: [-1] }],
    ["the server's own reason", { endReason: 'abandoned' }],
    ['empty with audio', { endReason: 'empty' }],
  ];

  it.each(wrong)('is refused with %s, and nothing is changed', async (_case, given) => {
    const session = await begin();
    await expect(end(session, given)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await database.em().findOneOrFail(RecitalSession, session.id)).toMatchObject({
      status: 'active',
      kept: false,
    });
  });

  it("of another user's session, or of a deleted one, is refused", async () => {
    const session = await begin();
    const stranger = await aUser(database.em());
    await expect(end(session, { userId: stranger.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    await expect(end(session)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a session that went silent', () => {
  it('is abandoned only after the limit, and ended as it is', async () => {
    const silent = await begin();
    const lively = await begin();
    await silentForThreeHours(silent);
    expect(await abandonIdleSessions(database.em(), { abandonedAfterSeconds: 7_200 })).toEqual([silent.id]);
    expect(await database.em().findOneOrFail(RecitalSession, silent.id)).toMatchObject({
      status: 'ended',
      endReason: 'abandoned',
      kept: false,
      expectedAudioSegments: null,
    });
    expect(await database.em().findOneOrFail(RecitalSession, lively.id)).toMatchObject({ status: 'active' });
  });

  it('is not abandoned when its speaker said that the recital goes on', async () => {
    const session = await begin();
    await silentForThreeHours(session);
    await keepSessionAlive(database.em(), { userId: speaker.id, sessionId: session.id });
    expect(await abandonIdleSessions(database.em(), { abandonedAfterSeconds: 7_200 })).toEqual([]);
  });

  it('without a voice is empty, and abandoned when the voice arrives', async () => {
    const session = await begin({ audio: 0, text: 0 });
    await silentForThreeHours(session);
    await abandonIdleSessions(database.em(), { abandonedAfterSeconds: 7_200 });
    expect(await database.em().findOneOrFail(RecitalSession, session.id)).toMatchObject({
      endReason: 'empty',
    });
    await receiveAudio(session, 0);
    expect(await database.em().findOneOrFail(RecitalSession, session.id)).toMatchObject({
      endReason: 'abandoned',
    });
  });

  it('is finalised without being counted; ended after all, it is counted when it was finalised anew', async () => {
    const reader = await aUser(database.em());
    const session = await aSession(database.em(), reader);
    await receiveAudio(session, 0);
    await silentForThreeHours(session);
    await abandonIdleSessions(database.em(), { abandonedAfterSeconds: 7_200 });
    await database
      .em()
      .execute(`update recital_sessions set last_content_at = now() - interval '3 hours' where id = ?`, [
        session.id,
      ]);
    const finalise = async () => {
      const claim = await claimFinalisation(database.em(), session.id, { leaseSeconds: 60 });
      if (claim === null) throw new Error('not due');
      const { contentVersion } = await database.em().findOneOrFail(RecitalSession, session.id);
      return commitFinalised(database.em(), claim, contentVersion, someResult(claim.epoch));
    };
    expect(await finalise()).toBe('committed');
    const totals = () => database.em().findOne(UserTotals, { user: reader.id });
    expect(await totals()).toBeNull();

    const ended = await end(session, { userId: reader.id, textSegments: 0 });
    expect(ended).toMatchObject({ status: 'ended', kept: true, endReason: 'finished' });
    expect(await totals()).toBeNull();
    expect(await finalise()).toBe('committed');
    expect(await totals()).toMatchObject({ durationSeconds: 12.5, recordings: 1 });

    await disavowSession(database.em(), {
      viewer: { id: reader.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await totals()).toMatchObject({ durationSeconds: 0, recordings: 0 });
  });
});

describe('the upload state', () => {
  it('tells what is missing below the declared count, or below the highest that came', async () => {
    const session = await begin({ audio: 0, text: 0 });
    await receiveAudio(session, 2);
    const state = () => uploadState(database.em(), { userId: speaker.id, sessionId: session.id });
    expect(await state()).toMatchObject({
      status: 'active',
      expectedAudioSegments: null,
      missingAudioSegments: [0, 1],
      missingTextSegments: [],
    });
    await end(session, { audioSegments: 5, textSegments: 1 });
    expect(await state()).toMatchObject({
      status: 'ended',
      expectedAudioSegments: 5,
      audioSegments: [{ sequence: 2 }],
      missingAudioSegments: [0, 1, 3, 4],
      missingTextSegments: [0],
    });
  });

  it('is for the speaker alone', async () => {
    const session = await begin();
    const stranger = await aUser(database.em());
    await expect(
      uploadState(database.em(), { userId: stranger.id, sessionId: session.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
