import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someResult } from '../../test/factories.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { User } from '../user/user.entity.js';
import { disavowSession } from './disavow-session.js';
import { findDueSessions } from './due-sessions.js';
import { endSession } from './end-session.js';
import { claimFinalisation, releaseClaim, renewClaim, type Claim } from './finalisation-claim.js';
import { commitFinalised } from './finalisation-commit.js';
import { backOffSeconds, flagAttention, recordFailure } from './finalisation-failure.js';
import { readManifest } from './finalisation-manifest.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { RecitalSession } from './recital-session.entity.js';
import { retrySession } from './retry-session.js';

let database: TestDatabase;
let store: LocalContentStore;
let speaker: User;
const lease = { leaseSeconds: 120 };

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
  speaker = await aUser(database.em());
});

beforeEach(async () => {
  await database.em().execute('delete from recital_sessions');
});

/** A session of `arrived` segments, ended with the word that there are `declared`. */
async function ended({ arrived = 1, declared = 1 } = {}): Promise<RecitalSession> {
  const session = await aSession(database.em(), speaker);
  for (let sequence = 0; sequence < arrived; sequence++) await receive(session, sequence);
  return endSession(
    { em: database.em(), limits, finalisationDisabled: true },
    {
      userId: speaker.id,
      sessionId: session.id,
      audioSegments: declared,
      textSegments: 0,
      durationSeconds: 10,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

async function receive(session: RecitalSession, sequence: number): Promise<void> {
  await receiveAudioSegment({ em: database.em(), store, limits }, audioSegment(session, sequence));
}

function claim(session: RecitalSession): Promise<Claim | null> {
  return claimFinalisation(database.em(), session.id, lease);
}

async function claimed(session: RecitalSession): Promise<Claim> {
  const held = await claim(session);
  if (held === null) throw new Error('The session is not due.');
  return held;
}

function row(session: RecitalSession): Promise<RecitalSession> {
  return database.em().findOneOrFail(RecitalSession, session.id);
}

/** Time goes by: moves a time of the session into the past, or ends what runs. */
async function set(session: RecitalSession, assignments: string): Promise<void> {
  await database.em().execute(`update recital_sessions set ${assignments} where id = ?`, [session.id]);
}

const due = () => findDueSessions(database.em(), 100);

describe('a session is due', () => {
  it('at once when all that was declared is there', async () => {
    const session = await ended();
    expect(await due()).toEqual([session.id]);
    expect(await claim(session)).toEqual({ sessionId: session.id, epoch: 1 });
  });

  it('after 10 s of silence when something is missing', async () => {
    const session = await ended({ declared: 2 });
    expect(await due()).toEqual([]);
    expect(await claim(session)).toBeNull();
    await set(session, `last_content_at = now() - interval '11 seconds'`);
    expect(await due()).toEqual([session.id]);
    expect(await claim(session)).not.toBeNull();
  });

  it('after 10 s of silence when nothing of what was declared ever came', async () => {
    const session = await ended({ arrived: 0, declared: 2 });
    await set(session, `last_content_at = now() - interval '11 seconds'`);
    expect(await due()).toEqual([session.id]);
  });

  it('again when a segment comes after it was finished', async () => {
    const session = await ended();
    const first = await claimed(session);
    const { contentVersion } = await row(session);
    await commitFinalised(database.em(), first, contentVersion, someResult(first.epoch));
    expect(await due()).toEqual([]);
    await receive(session, 1);
    expect(await due()).toEqual([session.id]);
  });
});

describe('a session is not due', () => {
  it('while it is active, or when nothing was recorded', async () => {
    const active = await aSession(database.em(), speaker);
    await receive(active, 0);
    const empty = await ended({ arrived: 0, declared: 0 });
    for (const session of [active, empty]) {
      await set(session, `last_content_at = now() - interval '1 day'`);
      expect(await claim(session)).toBeNull();
    }
    expect(await due()).toEqual([]);
  });

  it('while a worker holds it, and is again when the lease ran out', async () => {
    const session = await ended();
    await claimed(session);
    expect(await due()).toEqual([]);
    expect(await claim(session)).toBeNull();
    await set(session, `lease_until = now() - interval '1 second'`);
    expect(await due()).toEqual([session.id]);
    expect(await claim(session)).toEqual({ sessionId: session.id, epoch: 2 });
  });

  it('when its speaker wished it away', async () => {
    const session = await ended();
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await due()).toEqual([]);
    expect(await claim(session)).toBeNull();
  });

  it('while it is flagged at this content; newer content or an admin makes it due', async () => {
    const session = await ended({ declared: 2 });
    await set(session, `last_content_at = now() - interval '11 seconds'`);
    const held = await claimed(session);
    const manifest = await readManifest(database.em(), held);
    expect(manifest).toMatchObject({ expectedAudio: 2, missingAudio: [1], missingText: [] });
    await flagAttention(database.em(), held, manifest?.contentVersion ?? 0, 'missing-segments');
    expect(await row(session)).toMatchObject({
      attention: 'missing-segments',
      leaseUntil: null,
      attempts: 0,
    });
    expect(await due()).toEqual([]);
    expect(await claim(session)).toBeNull();

    const admin = await aUser(database.em(), { group: 'admin' });
    await retrySession(database.em(), { admin: { id: admin.id, group: 'admin' }, sessionId: session.id });
    expect(await due()).toEqual([session.id]);
    const again = await claimed(session);
    await flagAttention(database.em(), again, manifest?.contentVersion ?? 0, 'missing-segments');

    await receive(session, 1);
    expect(await due()).toEqual([session.id]);
    await claimed(session);
    expect(await row(session)).toMatchObject({ attention: null, attentionVersion: null, attempts: 1 });
  });

  it('flagged at older content than there is now, it is due at once', async () => {
    const session = await ended();
    const held = await claimed(session);
    const { contentVersion } = await row(session);
    await receive(session, 1);
    await flagAttention(database.em(), held, contentVersion, 'unreadable-audio');
    expect(await due()).toEqual([session.id]);
  });
});

describe('a claim', () => {
  it('is given to one of 8 workers', async () => {
    const session = await ended();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(session)));
    expect(claims.filter((held) => held !== null)).toEqual([{ sessionId: session.id, epoch: 1 }]);
  });

  it('is renewed while it is held, and not when another took over or the session was wished away', async () => {
    const session = await ended();
    const first = await claimed(session);
    expect(await renewClaim(database.em(), first, lease)).toBe(true);
    await set(session, `lease_until = now() - interval '1 second'`);
    const second = await claimed(session);
    expect(await renewClaim(database.em(), first, lease)).toBe(false);
    expect(await releaseClaim(database.em(), first)).toBe(false);
    expect(await renewClaim(database.em(), second, lease)).toBe(true);
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await renewClaim(database.em(), second, lease)).toBe(false);
    expect(await readManifest(database.em(), second)).toBeNull();
  });

  it('that is released counts no attempt', async () => {
    const session = await ended();
    for (let round = 0; round < 20; round++) {
      expect(await releaseClaim(database.em(), await claimed(session))).toBe(true);
    }
    expect(await row(session)).toMatchObject({ attempts: 0, attention: null, epoch: 20 });
  });
});

describe('a failure', () => {
  it('backs off longer each time, and after 8 attempts waits for an admin who sees the error', async () => {
    const session = await ended();
    for (let attempt = 1; attempt <= 8; attempt++) {
      const held = await claimed(session);
      const outcome = await recordFailure(database.em(), held, new Error(`ffmpeg: no\0 ${attempt}`));
      expect(outcome).toBe(attempt < 8 ? 'will-retry' : 'gave-up');
      expect(await claim(session)).toBeNull();
      const [{ wait } = { wait: 0 }] = await database
        .em()
        .execute<{ wait: number }[]>(
          `select extract(epoch from next_attempt_at - now())::float as wait from recital_sessions`,
        );
      expect(Math.abs(wait - backOffSeconds(attempt))).toBeLessThan(5);
      // Not now(): the column rounds to milliseconds, and up means not yet.
      await set(session, `next_attempt_at = now() - interval '1 second'`);
    }
    expect(await due()).toEqual([]);
    expect(await row(session)).toMatchObject({
      attention: 'finalisation-failed',
      lastError: 'ffmpeg: no 8',
      attempts: 8,
    });

    const admin = await aUser(database.em(), { group: 'admin' });
    const retried = await retrySession(database.em(), {
      admin: { id: admin.id, group: 'admin' },
      sessionId: session.id,
    });
    expect(retried).toMatchObject({ attention: null, attempts: 0, nextAttemptAt: null });
    expect(await due()).toEqual([session.id]);
  });

  it('of work that ends its process 8 times is a failure too', async () => {
    const session = await ended();
    for (let attempt = 1; attempt <= 8; attempt++) {
      await claimed(session);
      await set(session, `lease_until = now() - interval '1 second'`);
    }
    expect(await due()).toEqual([session.id]);
    expect(await claim(session)).toBeNull();
    expect(await row(session)).toMatchObject({ attention: 'finalisation-failed', attempts: 8 });
    expect((await row(session)).lastError).toMatch(/worker ended/);
    expect(await due()).toEqual([]);
  });

  it('of a worker that was fenced changes nothing', async () => {
    const session = await ended();
    const first = await claimed(session);
    await set(session, `lease_until = now() - interval '1 second'`);
    await claimed(session);
    const before = await row(session);
    expect(await recordFailure(database.em(), first, new Error('late'))).toBe('fenced');
    expect(await flagAttention(database.em(), first, 1, 'unreadable-audio')).toBe(false);
    expect(await row(session)).toEqual(before);
  });

  it('does not let poison starve the others', async () => {
    const poison = [];
    for (let count = 0; count < 3; count++) poison.push(await ended());
    for (const session of poison) {
      await recordFailure(database.em(), await claimed(session), new Error('poison'));
      await set(session, `last_content_at = now() - interval '1 day', next_attempt_at = now()`);
    }
    const healthy = await ended();
    await set(healthy, `last_content_at = now() - interval '1 minute'`);
    expect(await findDueSessions(database.em(), 1)).toEqual([healthy.id]);
    expect(await due()).toHaveLength(4);
  });
});

describe('an admin who accepts what is missing', () => {
  it('is remembered in the row, and the finished session is done anew', async () => {
    const session = await ended();
    const held = await claimed(session);
    const { contentVersion } = await row(session);
    await commitFinalised(
      database.em(),
      held,
      contentVersion,
      someResult(held.epoch, { attention: 'no-sentences' }),
    );
    expect(await row(session)).toMatchObject({ status: 'uploaded', attention: 'no-sentences' });
    expect(await due()).toEqual([]);
    const admin = await aUser(database.em(), { group: 'admin' });
    const order = { admin: { id: admin.id, group: 'admin' }, sessionId: session.id } as const;
    const retried = await retrySession(database.em(), { ...order, acceptIncomplete: true });
    expect(retried).toMatchObject({ acceptIncomplete: true, attention: null, status: 'uploaded' });
    expect(await due()).toEqual([session.id]);
  });
});
