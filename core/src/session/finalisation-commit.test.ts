import { beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someResult, textSegment } from '../../test/factories.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import { UserTotals } from '../user/user-totals.entity.js';
import { AudioSegment } from './audio-segment.entity.js';
import { disavowSession } from './disavow-session.js';
import { endSession } from './end-session.js';
import { claimFinalisation, releaseClaim, type Claim } from './finalisation-claim.js';
import { commitAggregated, commitEarlyMain, commitFinalised } from './finalisation-commit.js';
import { readManifest, type FinalisationManifest } from './finalisation-manifest.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { receiveTextSegment } from './receive-text-segment.js';
import { RecitalSession } from './recital-session.entity.js';

let database: TestDatabase;
let store: LocalContentStore;

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
});

const lease = { leaseSeconds: 120 };

/** A session of one segment and one sentence that is ended with these counts. */
async function anEndedSession(counts = { audioSegments: 1, textSegments: 1 }): Promise<RecitalSession> {
  const em = database.em();
  const session = await aSession(em, await aUser(em));
  await receive(session, 0);
  await receiveTextSegment({ em, limits }, textSegment(session, 0));
  return endSession(
    { em, limits, finalisationDisabled: true },
    {
      userId: session.user.id,
      sessionId: session.id,
      ...counts,
      durationSeconds: 12.5,
      discardedSequences: [],
      endReason: 'finished',
    },
  );
}

async function receive(session: RecitalSession, sequence: number): Promise<void> {
  await receiveAudioSegment({ em: database.em(), store, limits }, audioSegment(session, sequence));
}

async function claimed(session: RecitalSession): Promise<{ claim: Claim; manifest: FinalisationManifest }> {
  const claim = await claimFinalisation(database.em(), session.id, lease);
  if (claim === null) throw new Error('not due');
  const manifest = await readManifest(database.em(), claim);
  if (manifest === null) throw new Error('fenced');
  return { claim, manifest };
}

async function row(session: RecitalSession): Promise<RecitalSession> {
  return database.em().findOneOrFail(RecitalSession, session.id);
}

async function totals(session: RecitalSession): Promise<{ durationSeconds: number; recordings: number }> {
  const found = await database.em().findOne(UserTotals, { user: session.user.id });
  return { durationSeconds: found?.durationSeconds ?? 0, recordings: found?.recordings ?? 0 };
}

const commits: Readonly<Record<string, typeof commitAggregated>> = {
  commitEarlyMain: (em, claim, contentVersion, { artifacts }) => {
    const { store: kind, epoch, files } = artifacts;
    const early = { contentVersion, store: kind, epoch, durationSeconds: 12.5, main: files.main };
    return commitEarlyMain(em, claim, early);
  },
  commitAggregated,
  commitFinalised,
};

describe.each(Object.entries(commits))('%s', (_name, commit) => {
  it('answers content-changed, and writes nothing, when a segment arrives between manifest and commit', async () => {
    const session = await anEndedSession();
    const { claim, manifest } = await claimed(session);
    await receive(session, 1);
    const before = await row(session);
    const outcome = await commit(database.em(), claim, manifest.contentVersion, someResult(claim.epoch));
    expect(outcome).toBe('content-changed');
    expect(await row(session)).toEqual(before);
    expect(await totals(session)).toEqual({ durationSeconds: 0, recordings: 0 });
  });

  it('answers content-changed when only a sentence was discarded meanwhile', async () => {
    const session = await anEndedSession();
    const { claim, manifest } = await claimed(session);
    await receiveTextSegment({ em: database.em(), limits }, textSegment(session, 0, { discarded: true }));
    expect(await commit(database.em(), claim, manifest.contentVersion, someResult(claim.epoch))).toBe(
      'content-changed',
    );
  });

  it('answers fenced when the session was wished away meanwhile', async () => {
    const session = await anEndedSession();
    const { claim, manifest } = await claimed(session);
    await disavowSession(database.em(), {
      viewer: { id: session.user.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await commit(database.em(), claim, manifest.contentVersion, someResult(claim.epoch))).toBe(
      'fenced',
    );
    expect((await row(session)).status).toBe('ended');
  });

  it('answers fenced when another worker took over', async () => {
    const session = await anEndedSession();
    const { claim, manifest } = await claimed(session);
    await releaseClaim(database.em(), claim);
    await claimed(session);
    expect(await commit(database.em(), claim, manifest.contentVersion, someResult(claim.epoch))).toBe(
      'fenced',
    );
  });
});

/** Where the session's one segment lies in the source that its artifacts name. */
async function offsetOf(session: RecitalSession): Promise<number | null> {
  const segment = await database.em().findOneOrFail(AudioSegment, { session: session.id });
  return segment.sourceOffset ?? null;
}

describe('a finalisation', () => {
  it('goes from ended over aggregated to uploaded, and counts the recording once', async () => {
    const session = await anEndedSession();
    const { claim, manifest } = await claimed(session);
    const result = someResult(claim.epoch, { sourceOffsets: [{ sequence: 0, offset: 7 }] });

    expect(await commitAggregated(database.em(), claim, manifest.contentVersion, result)).toBe('committed');
    expect(await row(session)).toMatchObject({
      status: 'aggregated',
      staged: { contentVersion: manifest.contentVersion, durationSeconds: 12.5 },
    });
    expect(await totals(session)).toEqual({ durationSeconds: 0, recordings: 0 });
    expect(await offsetOf(session)).toBeNull();

    expect(await commitFinalised(database.em(), claim, manifest.contentVersion, result)).toBe('committed');
    expect(await row(session)).toMatchObject({
      status: 'uploaded',
      staged: null,
      artifacts: result.artifacts,
      durationSeconds: 12.5,
      finalisedVersion: manifest.contentVersion,
      leaseUntil: null,
      attempts: 0,
    });
    expect(await totals(session)).toEqual({ durationSeconds: 12.5, recordings: 1 });
    expect(await offsetOf(session)).toBe(7);
  });

  it('keeps status, artifacts and totals while it is done again, and then changes them by the difference', async () => {
    const session = await anEndedSession();
    const first = await claimed(session);
    const result = someResult(first.claim.epoch);
    await commitFinalised(database.em(), first.claim, first.manifest.contentVersion, result);

    await receive(session, 1);
    expect(await row(session)).toMatchObject({ status: 'uploaded', artifacts: result.artifacts });
    const again = await claimed(session);
    const longer = someResult(again.claim.epoch, { durationSeconds: 20 });
    await commitAggregated(database.em(), again.claim, again.manifest.contentVersion, longer);
    expect(await row(session)).toMatchObject({ status: 'uploaded', artifacts: result.artifacts });
    expect(await totals(session)).toEqual({ durationSeconds: 12.5, recordings: 1 });

    await commitFinalised(database.em(), again.claim, again.manifest.contentVersion, longer);
    expect(await row(session)).toMatchObject({ status: 'uploaded', artifacts: longer.artifacts });
    expect(await totals(session)).toEqual({ durationSeconds: 20, recordings: 1 });
  });
});
