import { beforeAll, describe, expect, it } from 'vitest';
import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { finaliseSession } from './finalise-session.js';
import { finalisationSteps, type Failpoints, type FinalisationStep } from './steps.js';

let workshop: Workshop;
let undisturbed: ReturnType<typeof comparable>;

beforeAll(async () => {
  workshop = await openWorkshop();
  const session = await recite(workshop, await shortRecital(workshop));
  await finaliseSession({ sessionId: session.id }, workshop.run());
  undisturbed = comparable(await workshop.row(session));
});

/** What two sessions of the same content have alike once they are finished: the captions and the manifest name them. */
function comparable({ artifacts, ...row }: RecitalSession): unknown {
  const hashes = ({ files }: FinishedArtifacts): string[] =>
    [files.source, files.main, files.light].map(({ sha256 }) => sha256);
  return {
    status: row.status,
    artifacts: artifacts === null || artifacts === undefined ? null : hashes(artifacts),
    durationSeconds: row.durationSeconds,
    staged: row.staged,
    attention: row.attention,
    lastError: row.lastError,
    attempts: row.attempts,
    leaseUntil: row.leaseUntil,
    nextAttemptAt: row.nextAttemptAt,
  };
}

function throwingAt(
  step: FinalisationStep,
  moment: 'before' | 'after',
): Failpoints & { readonly reached: () => boolean } {
  let reached = false;
  const failpoints: Failpoints = (at, when) => {
    if (reached || at !== step || when !== moment) return Promise.resolve();
    reached = true;
    return Promise.reject(new Error(`failpoint ${moment} ${step}`));
  };
  return Object.assign(failpoints, { reached: () => reached });
}

const steps = finalisationSteps.filter((step) => step !== 'flag-attention');
const points = steps.flatMap((step) => [
  { step, moment: 'before' as const },
  { step, moment: 'after' as const },
]);

describe('a finalisation that fails once', () => {
  it.each(points)('$moment $step ends like one that was not disturbed', async ({ step, moment }) => {
    const session = await recite(workshop, await shortRecital(workshop));
    const failpoints = throwingAt(step, moment);
    const first = finaliseSession({ sessionId: session.id }, workshop.run({ failpoints }));
    // A claim that fails is the queue's to repeat; everything after it is written into the row.
    if (step === 'claim') await expect(first).rejects.toThrow('failpoint');
    else expect(['failed', 'superseded']).toContain(await first);
    expect(failpoints.reached()).toBe(true);

    await workshop.letTimePass(session);
    await finaliseSession({ sessionId: session.id }, workshop.run());
    expect(comparable(await workshop.row(session))).toEqual(undisturbed);
    expect(await workshop.workFolders()).toEqual([]);
    expect(await workshop.fsck()).toEqual([]);
  });
});

describe('a session that cannot be finalised', () => {
  it.each(['before', 'after'] as const)(
    'is flagged in the end, also when that failed once: %s',
    async (moment) => {
      const session = await recite(workshop, { bytes: Buffer.alloc(100, 'noise'), segments: 1 });
      const failpoints = throwingAt('flag-attention', moment);
      const outcome = await finaliseSession({ sessionId: session.id }, workshop.run({ failpoints }));
      expect(['failed', 'superseded']).toContain(outcome);
      await workshop.letTimePass(session);
      await finaliseSession({ sessionId: session.id }, workshop.run());
      expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'unreadable-audio' });
    },
  );
});
