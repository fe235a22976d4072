import { beforeAll, describe, expect, it } from 'vitest';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { ContentStore } from '@crowd-recital/core/storage/content-store.js';
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
import { discardSession, type DiscardOutcome } from './discard-session.js';
import { discardSteps } from './steps.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop();
});

async function discard(
  session: RecitalSession,
  given: Partial<JobDependencies> = {},
): Promise<DiscardOutcome> {
  return discardSession({ sessionId: session.id }, workshop.run(given));
}

async function aDisavowedSession(): Promise<RecitalSession> {
  const session = await recite(workshop, await shortRecital(workshop));
  const viewer = { id: session.user.id, group: 'speaker' } as const;
  return disavowSession(workshop.database.em(), { viewer, sessionId: session.id });
}

/** Deletes until it is final, as the sweep would have it. */
async function discardForGood(session: RecitalSession): Promise<void> {
  for (let run = 0; run < 4 && (await workshop.row(session)).status !== 'discarded'; run += 1) {
    await workshop.letTimePass(session);
    await discard(session);
  }
}

interface Fault {
  readonly name: string;
  readonly disturb: (session: RecitalSession, point: Point) => Promise<void>;
}

/** A step that fails is told by the outcome, or by the error that the queue repeats the job for. */
async function disturbed(
  session: RecitalSession,
  given: Partial<JobDependencies>,
): Promise<DiscardOutcome | 'thrown'> {
  return discard(session, given).catch(() => 'thrown' as const);
}

const faults: readonly Fault[] = [
  {
    name: 'throws',
    async disturb(session, point) {
      const failpoints = onceAt(point, throwing);
      expect(['incomplete', 'thrown']).toContain(await disturbed(session, { failpoints }));
      expect(failpoints.reached()).toBe(true);
    },
  },
  {
    name: 'hangs',
    async disturb(session, point) {
      const failpoints = onceAt(point, hanging);
      const lease = { ...shortSteps, stepSeconds: 3 };
      expect(['incomplete', 'thrown']).toContain(await disturbed(session, { failpoints, lease }));
      expect(failpoints.reached()).toBe(true);
    },
  },
  {
    name: 'is paused past its lease, while another worker takes over',
    async disturb(session, point) {
      const failpoints = onceAt(point, () => discardForGood(session));
      // What it had committed already counts.
      const ends = ['superseded', 'not-due', 'first-deletion', 'discarded'];
      expect(ends).toContain(await disturbed(session, { failpoints }));
      expect(failpoints.reached()).toBe(true);
    },
  },
];

/** The second pass ends with `commit-discarded`, the first one with `record-first-deletion`. */
const second = discardSteps.filter((step) => step !== 'record-first-deletion' && step !== 'flag-incomplete');

const first: readonly Point[] = pointsOf(['record-first-deletion']);

/** @returns a session whose next deletion comes to the point. */
async function dueFor(point: Point): Promise<RecitalSession> {
  const session = await aDisavowedSession();
  if (!first.includes(point)) expect(await discard(session)).toBe('first-deletion');
  return session;
}

async function expectFinal(session: RecitalSession): Promise<void> {
  await discardForGood(session);
  expect(await workshop.row(session)).toMatchObject({ status: 'discarded', attention: null });
}

const points = [...first, ...pointsOf(second)];

describe.concurrent.each(faults)('a deletion that $name', ({ disturb }) => {
  it.each(points)('$moment $step is final in the end', async (point) => {
    const session = await dueFor(point);
    await disturb(session, point);
    await expectFinal(session);
  });
});

describe.concurrent('a deletion that is killed with its process', () => {
  let killedAt: (point: Point) => RecitalSession;

  beforeAll(async () => {
    killedAt = await crashTogether(workshop, 'discard-session', points, dueFor);
  });

  it.each(points)('$moment $step is final in the end', (point) => expectFinal(killedAt(point)));
});

describe('a deletion that a store refuses', () => {
  it.each(pointsOf(['flag-incomplete']))(
    'is final in the end, also when it fails $moment $step',
    async (point) => {
      const session = await aDisavowedSession();
      const store = refusing(workshop.store);
      const failpoints = onceAt(point, throwing);
      expect(await disturbed(session, { store, failpoints })).toBe('thrown');
      expect(failpoints.reached()).toBe(true);
      await discardForGood(session);
      expect(await workshop.row(session)).toMatchObject({ status: 'discarded', attention: null });
    },
  );
});

it('after all of this nothing is left of any of them', async () => {
  expect(await workshop.fsck()).toEqual([]);
  for await (const { key } of workshop.store.list('')) expect(key).toBe('nothing');
});

function refusing(store: ContentStore): ContentStore {
  const deletePrefix = (): Promise<void> => Promise.reject(new Error('the bucket is locked'));
  return Object.assign(Object.create(store) as ContentStore, { deletePrefix });
}
