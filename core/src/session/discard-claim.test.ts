import { beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someBytes, textSegment } from '../../test/factories.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { User } from '../user/user.entity.js';
import { AudioSegment } from './audio-segment.entity.js';
import {
  claimDiscard,
  commitDiscarded,
  flagDeletionIncomplete,
  recordFirstDeletion,
} from './discard-claim.js';
import { disavowSession } from './disavow-session.js';
import { findSessionsToDiscard } from './due-sessions.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { receiveTextSegment } from './receive-text-segment.js';
import { retrySession } from './retry-session.js';
import { RecitalSession } from './recital-session.entity.js';
import { SetAsideAudio } from './set-aside.entity.js';
import { TextSegment } from './text-segment.entity.js';

let database: TestDatabase;
let store: LocalContentStore;
let speaker: User;
const lease = { leaseSeconds: 120 };

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
  speaker = await aUser(database.em());
});

async function begin(): Promise<RecitalSession> {
  const session = await aSession(database.em(), speaker);
  const dependencies = { em: database.em(), store, limits };
  await receiveAudioSegment(dependencies, audioSegment(session, 0));
  await receiveAudioSegment(dependencies, audioSegment(session, 0, someBytes())).catch(() => undefined);
  await receiveTextSegment({ em: database.em(), limits }, textSegment(session, 0));
  return session;
}

function wishAway(session: RecitalSession): Promise<RecitalSession> {
  return disavowSession(database.em(), {
    viewer: { id: speaker.id, group: 'speaker' },
    sessionId: session.id,
  });
}

async function claimed(session: RecitalSession): Promise<{ sessionId: string; epoch: number }> {
  const claim = await claimDiscard(database.em(), session.id, lease);
  if (claim === null) throw new Error('There is nothing to discard.');
  return claim;
}

async function set(session: RecitalSession, assignments: string): Promise<void> {
  await database.em().execute(`update recital_sessions set ${assignments} where id = ?`, [session.id]);
}

function row(session: RecitalSession): Promise<RecitalSession> {
  return database.em().findOneOrFail(RecitalSession, session.id);
}

describe('the wish to delete a session', () => {
  it('marks it, leaves a hint and a line in the audit log; said again it changes nothing', async () => {
    const session = await begin();
    const marked = await wishAway(session);
    expect(marked).toMatchObject({ disavowed: true, status: 'active', epoch: 1 });
    expect(await wishAway(session)).toMatchObject({ disavowedAt: marked.disavowedAt, epoch: 1 });
    const jobs = await database
      .em()
      .execute<{ name: string }[]>(`select name from agenda.agenda_jobs where data ->> 'sessionId' = ?`, [
        session.id,
      ]);
    expect(jobs).toEqual([{ name: 'discard-session' }]);
    expect(await database.em().find(AuditEntry, { subjectId: session.id })).toMatchObject([
      { actorId: speaker.id, action: 'session.discard', delegated: false },
    ]);
  });

  it('is granted to its speaker and to admins, and hidden from all others', async () => {
    const session = await begin();
    const stranger = await aUser(database.em());
    const admin = await aUser(database.em(), { group: 'admin' });
    const by = (viewer: User) =>
      disavowSession(database.em(), {
        viewer: { id: viewer.id, group: viewer.group ?? null },
        sessionId: session.id,
      });
    await expect(by(stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'This session does not exist, or you have no right to see it.',
    });
    expect(await row(session)).toMatchObject({ disavowed: false });
    expect(await by(admin)).toMatchObject({ disavowed: true });
  });
});

it('that the store refused is due again at once when an admin says so, and stays flagged until it is done', async () => {
  const session = await begin();
  await wishAway(session);
  await flagDeletionIncomplete(database.em(), await claimed(session), new Error('refused'));
  expect(await claimDiscard(database.em(), session.id, lease)).toBeNull();
  const retried = await retrySession(database.em(), {
    admin: { id: speaker.id, group: 'admin' },
    sessionId: session.id,
  });
  expect(retried).toMatchObject({ attempts: 0, attention: 'deletion-incomplete', lastError: 'refused' });
  expect(await claimDiscard(database.em(), session.id, lease)).not.toBeNull();
});

describe('a discard', () => {
  it('is claimed only for a session that was wished away, by one worker at a time', async () => {
    const session = await begin();
    expect(await claimDiscard(database.em(), session.id, lease)).toBeNull();
    await wishAway(session);
    expect(await findSessionsToDiscard(database.em(), 100)).toContain(session.id);
    const claims = await Promise.all(
      Array.from({ length: 5 }, () => claimDiscard(database.em(), session.id, lease)),
    );
    expect(claims.filter((claim) => claim !== null)).toEqual([
      { sessionId: session.id, epoch: 2, firstDeletionDone: false },
    ]);
  });

  it('is final only after a second deletion, 15 minutes after the first', async () => {
    const session = await begin();
    await wishAway(session);
    const first = await claimed(session);
    expect(await commitDiscarded(database.em(), first)).toBe(false);
    expect(await recordFirstDeletion(database.em(), first)).toBe(true);
    expect(await findSessionsToDiscard(database.em(), 100)).not.toContain(session.id);
    expect(await claimDiscard(database.em(), session.id, lease)).toBeNull();

    await set(session, `next_attempt_at = now() - interval '1 second'`);
    const early = await claimed(session);
    expect(await commitDiscarded(database.em(), early)).toBe(false);
    await set(session, `lease_until = null, first_deletion_at = now() - interval '901 seconds'`);
    const second = await claimDiscard(database.em(), session.id, lease);
    expect(second).toMatchObject({ firstDeletionDone: true });
    if (second === null) return;
    expect(await commitDiscarded(database.em(), second)).toBe(true);
    expect(await row(session)).toMatchObject({ status: 'discarded', artifacts: null, durationSeconds: null });
    expect(await database.em().count(AudioSegment, { session: session.id })).toBe(0);
    expect(await database.em().count(TextSegment, { session: session.id })).toBe(0);
    expect(await database.em().count(SetAsideAudio, { session: session.id })).toBe(0);
    expect(await findSessionsToDiscard(database.em(), 100)).not.toContain(session.id);
  });

  it('that the store refuses is flagged, tried again, and unflagged when it succeeds', async () => {
    const session = await begin();
    await wishAway(session);
    const refused = await claimed(session);
    expect(await flagDeletionIncomplete(database.em(), refused, new Error('AccessDenied'))).toBe(true);
    expect(await row(session)).toMatchObject({
      attention: 'deletion-incomplete',
      lastError: 'AccessDenied',
      status: 'active',
    });
    expect(await claimDiscard(database.em(), session.id, lease)).toBeNull();
    await set(session, `next_attempt_at = now() - interval '1 second'`);
    await recordFirstDeletion(database.em(), await claimed(session), 0);
    expect(await commitDiscarded(database.em(), await claimed(session), 0)).toBe(true);
    expect(await row(session)).toMatchObject({ status: 'discarded', attention: null, lastError: null });
  });

  it('of a worker that lost its claim writes nothing', async () => {
    const session = await begin();
    await wishAway(session);
    const first = await claimed(session);
    await set(session, `lease_until = now() - interval '1 second'`);
    await claimed(session);
    expect(await recordFirstDeletion(database.em(), first)).toBe(false);
    expect(await flagDeletionIncomplete(database.em(), first, new Error('late'))).toBe(false);
    expect(await row(session)).toMatchObject({ firstDeletionAt: null, attention: null });
  });
});
