import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { findDueSessions } from '@crowd-recital/core/session/due-sessions.js';
import { claimFinalisation } from '@crowd-recital/core/session/finalisation-claim.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { RecitalSession as SessionEntity } from '@crowd-recital/core/session/recital-session.entity.js';
import { intoSegments, recite, sendAudio, sendText, shortRecital, voiceAs } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { discardSession } from '../discard-session/discard-session.js';
import { finaliseSession } from './finalise-session.js';
import type { Failpoints, FinalisationStep } from './steps.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

/** Does something once, when a finalisation comes to a step. */
function once(step: FinalisationStep, moment: 'before' | 'after', act: () => Promise<void>): Failpoints {
  let done = false;
  return async (reached, when) => {
    if (done || reached !== step || when !== moment) return;
    done = true;
    await act();
  };
}

async function finalise(
  session: RecitalSession,
  failpoints?: Failpoints,
): ReturnType<typeof finaliseSession> {
  return finaliseSession(
    { sessionId: session.id },
    workshop.run(failpoints === undefined ? {} : { failpoints }),
  );
}

describe('two workers at one session', () => {
  it('finish it once', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const outcomes = await Promise.all([finalise(session), finalise(session), finalise(session)]);
    expect(outcomes.sort()).toEqual(['finalised', 'not-due', 'not-due']);
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', epoch: 1 });
    expect(await workshop.fsck()).toEqual([]);
  });

  it('the one that was paused past its lease writes nothing any more', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    let publishedByOther: Buffer | undefined;
    const outcome = await finalise(
      session,
      once('confirm-claim', 'before', async () => {
        await workshop.letTimePass(session);
        expect(await finalise(session)).toBe('finalised');
        publishedByOther = await readFile(workshop.file(`${session.id}/manifest.json`));
      }),
    );
    expect(outcome).toBe('superseded');
    expect(await readFile(workshop.file(`${session.id}/manifest.json`))).toEqual(publishedByOther);
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', epoch: 2, attempts: 0 });
    expect(await workshop.fsck()).toEqual([]);
  });

  it.each([
    'read-manifest',
    'concatenate-segments',
    'transcode',
    'commit-aggregated',
    'commit-finalised',
  ] as const)('the late one stops when it was overtaken before %s', async (step) => {
    const session = await recite(workshop, await shortRecital(workshop));
    const overtake = once(step, 'before', async () => {
      await workshop.letTimePass(session);
      expect(await finalise(session)).toBe('finalised');
    });
    expect(await finalise(session, overtake)).toBe('superseded');
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', epoch: 2, lastError: null });
    expect(await workshop.fsck()).toEqual([]);
  });

  it('the one whose renewal is refused ends its ffmpeg, and does not wait for it', async () => {
    const bytes = await encodeSound(workshop.deps.tools, 'flac', ['-f', 'lavfi', '-i', 'sine=d=1200']);
    const session = await recite(workshop, { encoding: 'flac', bytes, segments: 20, recordedSeconds: 1200 });
    const stolen = once('transcode', 'before', async () => {
      await workshop.letTimePass(session);
      await claimFinalisation(workshop.database.em(), session.id, { leaseSeconds: 60 });
    });
    let transcoded = false;
    const failpoints: Failpoints = async (step, moment) => {
      if (step === 'transcode' && moment === 'after') transcoded = true;
      await stolen(step, moment);
    };
    const run = workshop.run({ lease: { leaseSeconds: 1, renewSeconds: 0.05 }, failpoints });
    expect(await finaliseSession({ sessionId: session.id }, run)).toBe('superseded');
    expect(transcoded).toBe(false);
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', artifacts: null });
  });
});

describe('content that arrives while a session is finalised', () => {
  it.each(['commit-aggregated', 'commit-finalised'] as const)(
    'before %s makes it start over, without counting an attempt, and is in the result',
    async (step) => {
      const parts = intoSegments(await voiceAs(workshop), 4);
      const session = await recite(workshop, {
        bytes: Buffer.concat(parts.slice(0, 3)),
        segments: 3,
        recordedSeconds: null,
      });
      await workshop.abandon(session);
      const outcome = await finalise(
        session,
        once(step, 'before', async () => {
          await sendAudio(workshop, session, 3, parts[3] ?? Buffer.alloc(0));
          await workshop.database
            .em()
            .execute(
              `update recital_sessions set last_content_at = now() - interval '1 minute' where id = ?`,
              [session.id],
            );
        }),
      );
      expect(outcome).toBe('finalised');
      const row = await workshop.row(session);
      expect(row).toMatchObject({ status: 'uploaded', epoch: 2, finalisedVersion: row.contentVersion });
      expect(await readFile(workshop.file(`${session.id}/source.audio.webm`))).toEqual(
        await voiceAs(workshop),
      );
      expect(await workshop.fsck()).toEqual([]);
    },
  );

  it('leaves it for later while more may come', async () => {
    const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
    await workshop.abandon(session);
    const late = once('commit-finalised', 'before', () =>
      sendText(workshop, session, 1, { sentence: 1, from: 1.5, to: 2 }),
    );
    expect(await finalise(session, late)).toBe('not-due');
    expect(await workshop.row(session)).toMatchObject({ attempts: 0, leaseUntil: null, attention: null });
    await workshop.letTimePass(session);
    expect(await finalise(session)).toBe('finalised');
  });
});

describe('a wish to delete', () => {
  it.each(['transcode', 'publish-artifacts', 'commit-finalised'] as const)(
    'wins when it comes before %s',
    async (step) => {
      const session = await recite(workshop, await shortRecital(workshop));
      const wish = once(step, 'before', async () => {
        await disavowSession(workshop.database.em(), {
          viewer: { id: session.user.id, group: 'speaker' },
          sessionId: session.id,
        });
      });
      expect(await finalise(session, wish)).toBe('superseded');
      expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('first-deletion');
      expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe('discarded');
      expect(await workshop.row(session)).toMatchObject({ status: 'discarded', artifacts: null });
      expect(await workshop.fsck()).toEqual([]);
    },
  );
});

describe('a process that stops', () => {
  it('gives the claim back, without counting the attempt', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const stopping = new AbortController();
    const reason = new Error('This process stops.');
    const failpoints = once('transcode', 'before', async () => {
      stopping.abort(reason);
      return Promise.resolve();
    });
    const run = workshop.run({ failpoints }, stopping.signal);
    await expect(finaliseSession({ sessionId: session.id }, run)).rejects.toBe(reason);
    expect(await workshop.row(session)).toMatchObject({
      status: 'ended',
      attempts: 0,
      leaseUntil: null,
      lastError: null,
    });
    expect(await finalise(session)).toBe('finalised');
  });
});

describe('poison', () => {
  it('does not delay the others', async () => {
    const poison = await Promise.all([1, 2].map(() => recite(workshop, { ...shortPoison })));
    const others: RecitalSession[] = [];
    for (let count = 0; count < 3; count += 1)
      others.push(await recite(workshop, await shortRecital(workshop)));
    const failing: Failpoints = (step, moment) =>
      step === 'read-source' && moment === 'before' ? Promise.reject(new Error('poison')) : Promise.resolve();
    for (const session of poison) expect(await finalise(session, failing)).toBe('failed');
    const due = await findDueSessions(workshop.database.em(), 100);
    expect(due).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
    expect(due).not.toEqual(expect.arrayContaining(poison.map(({ id }) => id)));
    for (const session of others) expect(await finalise(session)).toBe('finalised');
    expect(await workshop.database.em().count(SessionEntity, { attention: 'finalisation-failed' })).toBe(0);
  });
});

const shortPoison = { bytes: Buffer.alloc(1_000, 'poison'), segments: 1 };
