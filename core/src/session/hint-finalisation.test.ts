import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSession, aUser, audioSegment, limits, textSegment } from '../../test/factories.js';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import { discardTextSegments } from './discard-text-segments.js';
import { endSession } from './end-session.js';
import { hintFinalisation } from './hint-finalisation.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { receiveTextSegment } from './receive-text-segment.js';
import type { RecitalSession } from './recital-session.entity.js';

let database: TestDatabase;
let store: LocalContentStore;
let session: RecitalSession;

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
});

beforeEach(async () => {
  const em = database.em();
  session = await aSession(em, await aUser(em));
});

/** Of two segments and one sentence; its own hint is taken away, as a worker would. */
async function end(): Promise<void> {
  await endSession(
    { em: database.em(), limits, finalisationDisabled: true },
    {
      userId: session.user.id,
      sessionId: session.id,
      audioSegments: 2,
      textSegments: 1,
      durationSeconds: 2,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

async function sendAudio(sequence: number, finalisationDisabled = false): Promise<void> {
  const deps = { em: database.em(), store, limits, finalisationDisabled };
  await receiveAudioSegment(deps, audioSegment(session, sequence));
}

async function sendText(): Promise<void> {
  await receiveTextSegment({ em: database.em(), limits }, textSegment(session, 0));
}

async function discard(): Promise<void> {
  await discardTextSegments(database.em(), {
    userId: session.user.id,
    sessionId: session.id,
    sequences: [0],
  });
}

/** Seconds until the jobs of the session are due. */
async function hints(): Promise<number[]> {
  const rows = await database.em().execute<{ seconds: number }[]>(
    `select round(extract(epoch from next_run_at - now()))::int as seconds from agenda.agenda_jobs
     where name = 'finalise-session' and data ->> 'sessionId' = ? order by next_run_at`,
    [session.id],
  );
  return rows.map(({ seconds }) => seconds);
}

describe('what arrives after the end', () => {
  it('leaves one hint, for when nothing more comes, and one at once when everything is there', async () => {
    await end();
    await sendAudio(0);
    expect(await hints()).toEqual([10]);
    await sendText();
    expect(await hints()).toEqual([10]);
    await sendAudio(1);
    expect(await hints()).toEqual([0, 10]);
  });

  it('leaves a hint also when it is only a discard', async () => {
    await sendAudio(0);
    await sendAudio(1);
    await end();
    await discard();
    expect(await hints()).toEqual([10]);
    await sendText();
    expect(await hints()).toEqual([0, 10]);
  });

  it('leaves none where the command line finalises', async () => {
    await end();
    await sendAudio(0, true);
    expect(await hints()).toEqual([]);
  });

  it('leaves a hint although an admin was to look at what was there before', async () => {
    await end();
    await database
      .em()
      .execute(
        `update recital_sessions set attention = 'missing-segments', attention_version = content_version where id = ?`,
        [session.id],
      );
    await hintFinalisation(database.em(), session.id);
    expect(await hints()).toEqual([]);
    await sendAudio(0);
    expect(await hints()).toEqual([10]);
  });

  it('waits for the end of a back-off', async () => {
    await end();
    await database
      .em()
      .execute(`update recital_sessions set next_attempt_at = now() + interval '5 minutes' where id = ?`, [
        session.id,
      ]);
    await sendAudio(0);
    expect(await hints()).toEqual([300]);
  });
});

it('what arrives before the end leaves none', async () => {
  await sendAudio(0);
  await sendText();
  await discard();
  expect(await hints()).toEqual([]);
});

it('nothing new leaves none', async () => {
  await end();
  await sendAudio(0, true);
  await database
    .em()
    .execute(`update recital_sessions set finalised_version = content_version where id = ?`, [session.id]);
  await hintFinalisation(database.em(), session.id);
  expect(await hints()).toEqual([]);
});
