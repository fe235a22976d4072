import { beforeAll, describe, expect, it } from 'vitest';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { DamagedMainError, earlyMainOf, type EarlyMain } from '@crowd-recital/core/session/early-main.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { sessionPrefix, stagedKey } from '@crowd-recital/core/storage/keys.js';
import { decodeSound } from '@crowd-recital/core/test/sound.js';
import { onceAt, throwing } from '../../test/faults.js';
import { recite, sendText, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import type { JobFailpoints } from '../dependencies.js';
import { discardSession } from '../discard-session/discard-session.js';
import { finaliseSession, type FinalisationOutcome } from './finalise-session.js';
import { NeedsAttentionError } from './needs-attention-error.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

async function finalise(session: RecitalSession, failpoints?: JobFailpoints): Promise<FinalisationOutcome> {
  const given = failpoints === undefined ? {} : { failpoints };
  return finaliseSession({ sessionId: session.id }, workshop.run(given));
}

const beforeLight = { step: 'transcode', moment: 'before' } as const;

/** Finalises, and tells what could be heard when light was about to be made. */
async function heardBeforeLight(session: RecitalSession): Promise<EarlyMain | undefined> {
  let heard: EarlyMain | undefined;
  const looking = onceAt(beforeLight, async () => {
    heard = earlyMainOf(await workshop.row(session));
    expect(await workshop.fsck()).toEqual([]);
  });
  expect(await finalise(session, looking)).toBe('finalised');
  expect(looking.reached()).toBe(true);
  return heard;
}

describe('the main audio of an uncut recital', () => {
  it('can be heard before light is made, while nothing counts as finished; then it is the finished one', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    let status: string | undefined;
    let seconds = 0;
    let early: EarlyMain | undefined;
    const looking = onceAt(beforeLight, async () => {
      const row = await workshop.row(session);
      ({ status } = row);
      early = earlyMainOf(row);
      const key = stagedKey(session.id, early?.epoch ?? 0, early?.main.fileName ?? '');
      seconds = (await decodeSound(workshop.deps.tools, workshop.file(key))).length / 8_000;
      expect(row).toMatchObject({ artifacts: null, staged: null, durationSeconds: null });
      expect(await workshop.fsck()).toEqual([]);
    });
    expect(await finalise(session, looking)).toBe('finalised');
    expect(status).toBe('ended');
    expect(seconds).toBeCloseTo(2, 1);
    const row = await workshop.row(session);
    expect(row).toMatchObject({ status: 'uploaded', earlyMain: null });
    expect(row.artifacts).toMatchObject({ epoch: early?.epoch, files: { main: early?.main } });
  });

  it('stays while light fails, and is made anew with the next attempt', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    expect(await finalise(session, onceAt(beforeLight, throwing))).toBe('failed');
    expect(earlyMainOf(await workshop.row(session))?.epoch).toBe(1);
    expect(await workshop.fsck()).toEqual([]);
    await workshop.letTimePass(session);
    expect((await heardBeforeLight(session))?.epoch).toBe(2);
    expect(await workshop.row(session)).toMatchObject({ status: 'uploaded', earlyMain: null });
  });

  it('is not heard any more when content came since, or when it turned out to be damaged', async () => {
    const late = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
    await workshop.abandon(late);
    await workshop.keep(late);
    expect(await finalise(late, onceAt(beforeLight, throwing))).toBe('failed');
    expect(earlyMainOf(await workshop.row(late))).toBeDefined();
    await sendText(workshop, late, 1, { sentence: 1, from: 1.5, to: 2 });
    expect(earlyMainOf(await workshop.row(late))).toBeUndefined();
    await workshop.letTimePass(late);
    expect(await finalise(late)).toBe('finalised');

    const damaged = await recite(workshop, await shortRecital(workshop));
    const shorter = onceAt({ step: 'transcode', moment: 'after' }, () =>
      Promise.reject(new NeedsAttentionError('duration-mismatch', '1 s was decoded of 2 s.')),
    );
    expect(await finalise(damaged, shorter)).toBe('needs-attention');
    expect(await workshop.row(damaged)).toMatchObject({ status: 'ended', earlyMain: null });
  });

  it('is not heard any more when it is too short itself, until it was made anew', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    const shorter = onceAt({ step: 'transcode', moment: 'after' }, () =>
      Promise.reject(new DamagedMainError('main.audio.webm is 1 s long instead of 2 s.')),
    );
    expect(await finalise(session, shorter)).toBe('failed');
    expect(await workshop.row(session)).toMatchObject({ status: 'ended', earlyMain: null });
    await workshop.letTimePass(session);
    expect((await heardBeforeLight(session))?.epoch).toBe(2);
  });

  it('goes with everything else when it is wished away before it is finished', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    expect(await finalise(session, onceAt(beforeLight, throwing))).toBe('failed');
    const viewer = { id: session.user.id, group: 'speaker' } as const;
    await disavowSession(workshop.database.em(), { viewer, sessionId: session.id });
    expect(earlyMainOf(await workshop.row(session))).toBeUndefined();
    for (const outcome of ['first-deletion', 'discarded']) {
      await workshop.letTimePass(session);
      expect(await discardSession({ sessionId: session.id }, workshop.run())).toBe(outcome);
    }
    expect(await workshop.row(session)).toMatchObject({ status: 'discarded', earlyMain: null });
    for await (const { key } of workshop.store.list(sessionPrefix(session.id))) expect.fail(key);
  });
});

describe('nothing is heard early', () => {
  it('of what is cut', async () => {
    const readings = [
      { sentence: 0, from: 0, to: 1 },
      { sentence: 0, from: 1, to: 2, discarded: true },
    ];
    const cut = await recite(workshop, { ...(await shortRecital(workshop)), readings });
    expect(await heardBeforeLight(cut)).toBeUndefined();
  });

  it('of what nobody keeps', async () => {
    const session = await recite(workshop, { ...(await shortRecital(workshop)), recordedSeconds: null });
    await workshop.abandon(session);
    expect(await heardBeforeLight(session)).toBeUndefined();
  });

  it('of what is finished already and is made anew', async () => {
    const session = await recite(workshop, await shortRecital(workshop));
    expect(await finalise(session)).toBe('finalised');
    await sendText(workshop, session, 1, { sentence: 1, from: 1.5, to: 2 });
    await workshop.letTimePass(session);
    expect(await heardBeforeLight(session)).toBeUndefined();
  });
});
