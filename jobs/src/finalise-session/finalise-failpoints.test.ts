import { beforeAll, describe, expect, it } from 'vitest';
import type { FinishedArtifacts } from '@crowd-recital/core/session/finished-artifacts.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import {
  crashTogether,
  hanging,
  onceAt,
  pointsOf,
  shortSteps,
  throwing,
  type Point,
} from '../../test/faults.js';
import { recite, shortRecital } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import type { JobDependencies } from '../dependencies.js';
import { finaliseSession, type FinalisationOutcome } from './finalise-session.js';
import { finalisationSteps } from './steps.js';

let workshop: Workshop;
let undisturbed: unknown;

beforeAll(async () => {
  workshop = await openWorkshop();
  const session = await recite(workshop, await shortRecital(workshop));
  await finalise(session);
  undisturbed = comparable(await workshop.row(session));
});

async function finalise(
  session: RecitalSession,
  given: Partial<JobDependencies> = {},
): Promise<FinalisationOutcome> {
  return finaliseSession({ sessionId: session.id }, workshop.run(given));
}

/** What two sessions of the same content have alike once they are finished: the captions and the manifest name them. */
function comparable({ artifacts, ...row }: RecitalSession): unknown {
  const hashes = ({ files }: FinishedArtifacts): string[] =>
    [files.source, files.main, files.light].map(({ sha256 }) => sha256);
  return {
    status: row.status,
    artifacts: artifacts === null || artifacts === undefined ? null : hashes(artifacts),
    durationSeconds: row.durationSeconds,
    staged: row.staged,
    earlyMain: row.earlyMain,
    attention: row.attention,
    lastError: row.lastError,
    attempts: row.attempts,
    leaseUntil: row.leaseUntil,
    nextAttemptAt: row.nextAttemptAt,
  };
}

/** What can go wrong at a point, and how the disturbed run may then end. */
interface Fault {
  readonly name: string;
  readonly disturb: (session: RecitalSession, point: Point) => Promise<void>;
}

async function failed(session: RecitalSession, point: Point, given: Partial<JobDependencies>): Promise<void> {
  const run = finalise(session, given);
  // A claim that fails is the queue's to repeat; everything after it is written into the row.
  if (point.step === 'claim') await expect(run).rejects.toThrow();
  else expect(['failed', 'superseded']).toContain(await run);
}

const faults: readonly Fault[] = [
  {
    name: 'throws',
    async disturb(session, point) {
      const failpoints = onceAt(point, throwing);
      await failed(session, point, { failpoints });
      expect(failpoints.reached()).toBe(true);
    },
  },
  {
    name: 'hangs',
    async disturb(session, point) {
      const failpoints = onceAt(point, hanging);
      await failed(session, point, { failpoints, lease: shortSteps });
      expect(failpoints.reached()).toBe(true);
    },
  },
  {
    name: 'is paused past its lease, while another worker takes over',
    async disturb(session, point) {
      const failpoints = onceAt(point, async () => {
        await workshop.letTimePass(session);
        // What it had committed already leaves nothing to do.
        expect(['finalised', 'needs-attention', 'not-due']).toContain(await finalise(session));
      });
      expect(['superseded', 'not-due', 'finalised', 'needs-attention']).toContain(
        await finalise(session, { failpoints }),
      );
      expect(failpoints.reached()).toBe(true);
    },
  },
];

const usual = finalisationSteps.filter((step) => step !== 'flag-attention' && step !== 'publish-again');

const flagged = pointsOf(['flag-attention']);
const aRecital = async () => recite(workshop, await shortRecital(workshop));
const someNoise = () => recite(workshop, { bytes: Buffer.alloc(100, 'noise'), segments: 1 });

async function expectAsUndisturbed(session: RecitalSession): Promise<void> {
  await workshop.letTimePass(session);
  await finalise(session);
  expect(comparable(await workshop.row(session))).toEqual(undisturbed);
}

async function expectFlagged(session: RecitalSession): Promise<void> {
  await workshop.letTimePass(session);
  await finalise(session);
  expect(await workshop.row(session)).toMatchObject({ status: 'ended', attention: 'unreadable-audio' });
}

describe.concurrent.each(faults)('a finalisation that $name', ({ disturb }) => {
  it.each(pointsOf(usual))('$moment $step ends like one that was not disturbed', async (point) => {
    const session = await aRecital();
    await disturb(session, point);
    await expectAsUndisturbed(session);
  });

  it.each(flagged)('$moment $step is flagged in the end', async (point) => {
    const session = await someNoise();
    await disturb(session, point);
    await expectFlagged(session);
  });
});

describe.concurrent('a finalisation that is killed with its process', () => {
  let killedAt: (point: Point) => RecitalSession;

  beforeAll(async () => {
    const noisy = new Set<Point>(flagged);
    killedAt = await crashTogether(workshop, 'finalise-session', [...pointsOf(usual), ...flagged], (point) =>
      noisy.has(point) ? someNoise() : aRecital(),
    );
  });

  it.each(pointsOf(usual))('$moment $step ends like one that was not disturbed', (point) =>
    expectAsUndisturbed(killedAt(point)),
  );

  it.each(flagged)('$moment $step is flagged in the end', (point) => expectFlagged(killedAt(point)));
});

describe.concurrent('a finalisation that was overtaken while it published', () => {
  it.each(pointsOf(['publish-again']))('may fail $moment $step', async (point) => {
    const session = await aRecital();
    const overtaken = onceAt({ step: 'commit-finalised', moment: 'before' }, async () => {
      await workshop.letTimePass(session);
      expect(await finalise(session)).toBe('finalised');
    });
    const failing = onceAt(point, throwing);
    const outcome = await finalise(session, {
      failpoints: async (...at) => {
        await overtaken(...at);
        await failing(...at);
      },
    });
    expect(failing.reached()).toBe(true);
    expect(outcome).toBe('superseded');
    expect(comparable(await workshop.row(session))).toEqual(undisturbed);
  });
});

describe('after all of this', () => {
  it('every byte is where it belongs, and nothing is left on this machine', async () => {
    expect(await workshop.fsck()).toEqual([]);
    expect(await workshop.workFolders()).toEqual([]);
  });
});
