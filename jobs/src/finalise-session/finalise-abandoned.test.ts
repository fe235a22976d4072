import { beforeAll, describe, expect, it } from 'vitest';
import { confirmAbandonedSession } from '@crowd-recital/core/session/confirm-abandoned-session.js';
import { endSession } from '@crowd-recital/core/session/end-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { aUser, limits } from '@crowd-recital/core/test/factories.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { deleteOldSegments } from '../delete-old-segments/delete-old-segments.js';
import { sweep } from '../sweep/sweep.js';
import { finaliseSession } from './finalise-session.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

async function letDaysPass(session: RecitalSession, days: number): Promise<void> {
  await workshop.database.em().execute(
    `update recital_sessions set last_activity_at = last_activity_at - make_interval(days => ?),
       last_content_at = last_content_at - make_interval(days => ?),
       finalised_at = finalised_at - make_interval(days => ?) where id = ?`,
    [days, days, days, session.id],
  );
}

async function anAbandonedRecital(): Promise<RecitalSession> {
  const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
  await letDaysPass(session, 1);
  await sweep({}, workshop.run());
  expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
  return workshop.row(session);
}

/** What consumers of the data find below the session's id. */
async function published(session: RecitalSession): Promise<string[]> {
  const names: string[] = [];
  for await (const { key } of workshop.store.list(`${session.id}/`)) {
    const name = key.slice(session.id.length + 1);
    if (!name.includes('/')) names.push(name);
  }
  return names.sort();
}

const files = ['light.audio.mp3', 'main.audio.webm', 'manifest.json', 'source.audio.webm', 'transcript.vtt'];

describe('a recital that its speaker left without a word', () => {
  it('is made and safe, and not where consumers of the data look', async () => {
    const session = await anAbandonedRecital();
    expect(session).toMatchObject({ status: 'uploaded', endReason: 'abandoned', kept: false });
    expect(session.artifacts).not.toBeNull();
    expect(await published(session)).toEqual([]);
    expect(await workshop.fsck()).toEqual([]);
  });

  it('stays so when its segments are deleted, and is published from its source when an admin keeps it', async () => {
    const session = await anAbandonedRecital();
    await letDaysPass(session, 31);
    await deleteOldSegments({}, workshop.run());
    expect((await workshop.row(session)).segmentsDeletedAt).not.toBeNull();
    expect(await published(session)).toEqual([]);
    expect(await workshop.fsck()).toEqual([]);

    const admin = await aUser(workshop.database.em(), { group: 'admin' });
    await confirmAbandonedSession(workshop.database.em(), { id: admin.id, delegated: false }, session.id);
    expect(await workshop.fsck()).toEqual([]);
    await workshop.letTimePass(session);
    expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
    expect(await published(session)).toEqual(files);
    expect(await workshop.fsck()).toEqual([]);
  });

  it('is published when its speaker comes back and ends it', async () => {
    const session = await anAbandonedRecital();
    await endSession(
      { em: workshop.database.em(), limits, finalisationDisabled: false },
      {
        userId: session.user.id,
        sessionId: session.id,
        audioSegments: 3,
        textSegments: 1,
        durationSeconds: 2,
        discardedSequences: [],
        endReason: 'finished',
      },
    );
    expect(await finaliseSession({ sessionId: session.id }, workshop.run())).toBe('finalised');
    expect(await published(session)).toEqual(files);
    expect(await workshop.fsck()).toEqual([]);
  });
});
