import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someResult } from '../../test/factories.js';
import { testStore } from '../../test/content-store.js';
import type { Actor } from '../audit/actor.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { newSessionId } from './session-id.js';
import type { User } from '../user/user.entity.js';
import { UserTotals } from '../user/user-totals.entity.js';
import { abandonIdleSessions } from './abandon-sessions.js';
import { confirmAbandonedSession } from './confirm-abandoned-session.js';
import { disavowSession } from './disavow-session.js';
import { claimFinalisation } from './finalisation-claim.js';
import { commitFinalised } from './finalisation-commit.js';
import { orderFinalisation } from './order-finalisation.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { RecitalSession } from './recital-session.entity.js';

let database: TestDatabase;
let speaker: User;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  speaker = await aUser(database.em());
  actor = { id: (await aUser(database.em(), { group: 'admin' })).id, delegated: true };
});

/** A recital with a second of voice whose speaker went away; wants to be finalised. */
async function anAbandonedSession(): Promise<RecitalSession> {
  const em = database.em();
  const session = await aSession(em, speaker);
  await receiveAudioSegment({ em, store: await testStore(), limits }, audioSegment(session, 0));
  await em.execute(
    `update recital_sessions set last_activity_at = now() - interval '1 day',
       last_content_at = now() - interval '1 day' where id = ?`,
    [session.id],
  );
  await abandonIdleSessions(em, { abandonedAfterSeconds: 7_200 });
  return session;
}

async function jobsFor(session: RecitalSession): Promise<number> {
  const jobs = await database
    .em()
    .execute<unknown[]>(
      `select 1 from agenda.agenda_jobs where name = 'finalise-session' and data->>'sessionId' = ?`,
      [session.id],
    );
  return jobs.length;
}

describe('confirming an abandoned recital', () => {
  it('keeps it, counts it once when it was published, and stands in the audit log', async () => {
    const session = await anAbandonedSession();
    const finalise = async () => {
      const claim = await claimFinalisation(database.em(), session.id, { leaseSeconds: 60 });
      if (claim === null) throw new Error('It was not due.');
      const { contentVersion } = await database.em().findOneOrFail(RecitalSession, session.id);
      await commitFinalised(database.em(), claim, contentVersion, someResult(claim.epoch));
    };
    await finalise();
    const recordings = async () =>
      (await database.em().findOne(UserTotals, { user: speaker.id }))?.recordings ?? 0;
    expect(await recordings()).toBe(0);
    const confirm = () => confirmAbandonedSession(database.em(), actor, session.id);
    expect(await confirm()).toMatchObject({ kept: true, status: 'ended' });
    expect(await recordings()).toBe(0);
    await database.em().execute(`update recital_sessions set last_content_at = now() - interval '1 hour'`);
    await finalise();
    expect(await recordings()).toBe(1);
    expect(await confirm()).toMatchObject({ kept: true, status: 'uploaded' });
    expect(await recordings()).toBe(1);
    expect(await database.em().find(AuditEntry, { subjectId: session.id })).toMatchObject([
      { action: 'session.confirm-abandoned', actorId: actor.id, delegated: true },
    ]);
  });

  it('refuses one that runs, one that was wished away, and one that is none', async () => {
    const running = await aSession(database.em(), speaker);
    await expect(confirmAbandonedSession(database.em(), actor, running.id)).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const unwanted = await anAbandonedSession();
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: unwanted.id,
    });
    for (const id of [unwanted.id, newSessionId(), 'nonsense']) {
      await expect(confirmAbandonedSession(database.em(), actor, id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});

describe('ordering finalisation', () => {
  it('leaves one job for each given session that is due, and passes over the others', async () => {
    const due = await anAbandonedSession();
    const running = await aSession(database.em(), speaker);
    const ids = [due.id, running.id, due.id];
    expect(await orderFinalisation(database.em(), actor, ids)).toEqual([due.id]);
    expect(await orderFinalisation(database.em(), actor, ids)).toEqual([due.id]);
    expect(await jobsFor(due)).toBe(1);
    expect(await jobsFor(running)).toBe(0);
  });

  it('takes all that are due when none is named', async () => {
    const due = await anAbandonedSession();
    expect(await orderFinalisation(database.em(), actor, null)).toContain(due.id);
    expect(await jobsFor(due)).toBe(1);
  });

  it('orders nothing when one is unknown', async () => {
    const due = await anAbandonedSession();
    await expect(orderFinalisation(database.em(), actor, [due.id, newSessionId()])).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await jobsFor(due)).toBe(0);
  });
});
