import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeSound } from '@crowd-recital/core/test/sound.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { findDueSessions } from '@crowd-recital/core/session/due-sessions.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { RecitalSession as SessionEntity } from '@crowd-recital/core/session/recital-session.entity.js';
import { intoSegments, recite, sendAudio, sendText, shortRecital, voiceAs } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { discardSession } from '../discard-session/discard-session.js';
import { finaliseSession } from './finalise-session.js';
import { usualLease, type JobFailpoints } from '../dependencies.js';
import type { FinalisationStep } from './steps.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

/** Does something once, when a finalisation comes to a step. */
function once(step: FinalisationStep, moment: 'before' | 'after', act: () => Promise<void>): JobFailpoints {
  let done = false;
  return async (reached, when) => {
    if (done || reached !== step || when !== moment) return;
    done = true;
    await act();
  };
}

async function finalise(
  session: RecitalSession,
  failpoints?: JobFailpoints,
): ReturnType<typeof finaliseSession> {
  return finaliseSession(
    { sessionId: session.id },
    workshop.run(failpoints === undefined ? {} : { failpoints }),
  );
}

function speakerOf(session: RecitalSession): { readonly userId: string; readonly sessionId: string } {
  return { userId: session.user.id, sessionId: session.id };
}

/** Hashes of what lies at the fixed names. */
async function published({ id }: RecitalSession): Promise<string[]> {
  const names = ['main.audio.webm', 'light.audio.mp3', 'transcript.vtt', 'manifest.json'];
  const files = await Promise.all(names.map((name) => readFile(workshop.file(`${id}/${name}`))));
  return files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
}

async function disavow(session: RecitalSession): Promise<void> {
  const viewer = { id: session.user.id, group: 'speaker' } as const;
  await disavowSession(workshop.database.em(), { viewer, sessionId: session.id });
}

/** For a session that is not meant to be finished: a later fsck would report it. */
async function discardForGood(session: RecitalSession): Promise<void> {
  await disavow(session);
  for (const outcome of ['first-deletion', 'discarded']) {
    expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe(outcome);
  }
}

describe('two workers at one session', () => {
  it('finish it once', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const outcomes = await Promise.all([finalise(session), finalise(session), finalise(session)]);
    expect(outcomes.sort()).toEqual(['finalised', 'not-due', 'not-due']);
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', epoch: 1 });
    expect(await workshop.fsck()).toEqual([]);
  });

  it.each(['confirm-claim', 'publish-artifacts', 'commit-finalised'] as const)(
    'what the other one published stays when one was paused past its lease before %s',
    async (step) => {
      const readings = [
        { sentence: 0, from: 0, to: 1 },
        { sentence: 1, from: 1, to: 2 },
      ];
      const session = await recite(workshop, { ...(await shortRecital(workshop)), readings });
      let publishedByOther: string[] = [];
      const outcome = await finalise(
        session,
        once(step, 'before', async () => {
          // The other one makes other files of it: without the sentence.
          await discardTextSegments(workshop.database.em(), { ...speakerOf(session), sequences: [0] });
          await workshop.letTimePass(session);
          expect(await finalise(session)).toBe('finalised');
          publishedByOther = await published(session);
        }),
      );
      expect(outcome).toBe('superseded');
      expect(await published(session)).toEqual(publishedByOther);
      expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', epoch: 2, attempts: 0 });
      expect(await workshop.fsck()).toEqual([]);
    },
  );

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

  it.each(['read-source', 'transcode', 'measure-audio'] as const)(
    'the one whose work folder was taken for a dead one before %s fails, and says nothing of the voice',
    async (step) => {
      const session = await recite(workshop, await shortRecital(workshop));
      const swept = once(step, 'before', async () => {
        // Its lease looked as if it had ended, and a sweep on this machine is about to tidy up.
        const folder = path.join(workshop.deps.workFolder, `${session.id}.1`);
        for (const name of await readdir(folder)) await rm(path.join(folder, name));
      });
      expect(await finalise(session, swept)).toBe('failed');
      expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: null });
      await workshop.letTimePass(session);
      expect(await finalise(session)).toBe('finalised');
    },
  );

  it('the one whose renewal is refused ends its ffmpeg, and does not wait for it', async () => {
    const bytes = await encodeSound(workshop.deps.tools, 'flac', ['-f', 'lavfi', '-i', 'sine=d=1200']);
    const session = await recite(workshop, { encoding: 'flac', bytes, segments: 20, recordedSeconds: 1200 });
    // At one stroke: between two statements a renewal could slip in, and the claim would stay where it is.
    const stolen = once('transcode', 'before', async () => {
      await workshop.database
        .em()
        .execute(
          `update recital_sessions set epoch = epoch + 1, lease_until = now() + interval '1 hour' where id = ?`,
          [session.id],
        );
    });
    let transcoded = false;
    const failpoints: JobFailpoints = async (step, moment) => {
      if (step === 'transcode' && moment === 'after') transcoded = true;
      await stolen(step, moment);
    };
    const run = workshop.run({ lease: { ...usualLease, leaseSeconds: 1, renewSeconds: 0.05 }, failpoints });
    expect(await finaliseSession({ sessionId: session.id }, run)).toBe('superseded');
    expect(transcoded).toBe(false);
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', artifacts: null });
    await discardForGood(session);
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
      await workshop.keep(session);
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

describe('a finalisation anew that fails after it published', () => {
  it('leaves at the fixed names what the row says', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    await finalise(session);
    const before = await published(session);
    await sendText(workshop, session, 1, { sentence: 1, from: 1.5, to: 2 });
    await workshop.letTimePass(session);
    const failing = once('publish-artifacts', 'after', async () => {
      expect(await published(session)).not.toEqual(before);
      throw new Error('the disk is full');
    });
    expect(await finalise(session, failing)).toBe('failed');
    expect(await published(session)).toEqual(before);
    await workshop.letTimePass(session);
    expect(await finalise(session)).toBe('finalised');
    expect(await workshop.fsck()).toEqual([]);
  });
});

describe('a wish to delete', () => {
  it.each(['transcode', 'publish-artifacts', 'commit-finalised'] as const)(
    'wins when it comes before %s',
    async (step) => {
      const session = await recite(workshop, await shortRecital(workshop));
      const wish = once(step, 'before', async () => {
        await disavow(session);
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
    const failing: JobFailpoints = (step, moment) =>
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
