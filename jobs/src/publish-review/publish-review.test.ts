import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeRecording, withdrawReview, type Decision } from '@crowd-recital/core/review/judge-recording.js';
import { judgeSentence } from '@crowd-recital/core/review/judge-sentence.js';
import { discardTextSegments } from '@crowd-recital/core/session/discard-text-segments.js';
import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { publishedFiles } from '@crowd-recital/core/session/finished-artifacts.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { crashAt, hanging, onceAt, pointsOf, shortSteps, throwing, type Point } from '../../test/faults.js';
import { recite, sendAudio, shortRecital, intoSegments, voiceAs } from '../../test/recite.js';
import { openWorkshop, type Workshop } from '../../test/workshop.js';
import { retrySession } from '@crowd-recital/core/session/retry-session.js';
import type { JobDependencies } from '../dependencies.js';
import { finaliseSession } from '../finalise-session/finalise-session.js';
import { sweep } from '../sweep/sweep.js';
import { publishReview } from './publish-review.js';
import { publishReviewSteps } from './steps.js';

let workshop: Workshop;
let admin: User;
/** Of two sentences, a second each. */
let session: RecitalSession;

beforeAll(async () => {
  workshop = await openWorkshop();
  admin = await aUser(em(), { group: 'admin' });
  const readings = [
    { sentence: 0, from: 0, to: 1 },
    { sentence: 1, from: 1, to: 2 },
  ];
  session = await recite(workshop, { ...(await shortRecital(workshop)), readings });
  expect(await finalise(session)).toBe('finalised');
});

const em = () => workshop.database.em();
const rules = { reviewersPerRecording: 1 };
const finalise = (of: RecitalSession) => finaliseSession({ sessionId: of.id }, workshop.run());
const publish = (of: RecitalSession, given: Partial<JobDependencies> = {}) =>
  publishReview({ sessionId: of.id }, workshop.run(given));

async function decide(
  of: RecitalSession,
  decision: Decision['decision'],
  reason: string | null = null,
): Promise<void> {
  const version = (await workshop.row(of)).artifacts?.epoch ?? -1;
  const reviewer = { id: admin.id, delegated: false };
  await judgeRecording(em(), reviewer, { sessionId: of.id, version, decision, reason }, rules);
}

interface Manifest {
  readonly readings: readonly { readonly sequence: number }[];
  readonly review?: {
    readonly outcome: string | null;
    readonly reason: string | null;
    readonly decisions: readonly object[];
    readonly sentences: readonly object[];
  };
}

/** What lies at the fixed name; it has to be what the row says. */
async function publishedManifest(of: RecitalSession): Promise<Manifest> {
  const bytes = await readFile(workshop.file(`${of.id}/manifest.json`));
  const { artifacts } = await workshop.row(of);
  const named = artifacts && publishedFiles(artifacts).find(({ name }) => name === 'manifest');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(named?.sha256);
  return JSON.parse(bytes.toString('utf8')) as Manifest;
}

describe('what reviewers said', () => {
  it('stands in the published manifest, beside everything that stood there before', async () => {
    const before = await publishedManifest(session);
    const { artifacts } = await workshop.row(session);
    await judgeSentence(em(), {
      reviewerId: admin.id,
      sessionId: session.id,
      version: artifacts?.epoch ?? -1,
      sequence: 1,
      verdict: 'other',
      note: 'A door.',
    });
    expect(await publish(session)).toBe('not-due');
    await decide(session, 'returned', 'Close the door.');
    expect(await publish(session)).toBe('published');
    const { review, ...rest } = await publishedManifest(session);
    expect(rest).toEqual(before);
    expect(review).toMatchObject({
      outcome: 'returned',
      reason: 'Close the door.',
      decisions: [{ reviewer: admin.id, decision: 'returned', stale: false }],
      sentences: [{ sequence: 1, reviewer: admin.id, verdict: 'other', note: 'A door.', stale: false }],
    });
    // The audio and the manifest that goes with it stay where players find them.
    expect((await workshop.row(session)).artifacts).toMatchObject({
      epoch: artifacts?.epoch,
      files: artifacts?.files,
    });
    expect(await publish(session)).toBe('not-due');
    expect(await workshop.fsck()).toEqual([]);
  });

  it('is found by the sweep when its job was lost', async () => {
    await decide(session, 'accepted');
    await em().execute(`delete from agenda.agenda_jobs`);
    await sweep({}, workshop.run());
    const jobs = await em().execute(`select data from agenda.agenda_jobs where name = 'publish-review'`);
    expect(jobs).toEqual([{ data: { sessionId: session.id } }]);
    expect(await publish(session)).toBe('published');
  });

  it('is taken back', async () => {
    await withdrawReview(em(), { id: admin.id, delegated: false }, session.id, rules);
    expect(await publish(session)).toBe('published');
    expect((await publishedManifest(session)).review).toEqual({
      outcome: null,
      reason: null,
      decisions: [],
      sentences: [],
    });
  });
});

describe('a publication and a finalisation', () => {
  it('never work on one session at once; the one that was put off follows', async () => {
    await decide(session, 'accepted');
    const failpoints = onceAt({ step: 'stage-manifest', moment: 'before' }, async () => {
      const viewer = { id: admin.id, group: 'admin' } as const;
      await em().execute(
        `update recital_sessions set attention = 'no-sentences', attention_version = content_version where id = ?`,
        [session.id],
      );
      await retrySession(em(), { admin: viewer, sessionId: session.id });
      expect(await finalise(session)).toBe('not-due');
    });
    expect(await publish(session, { failpoints })).toBe('published');
    expect(failpoints.reached()).toBe(true);
    const held = onceAt({ step: 'transcode', moment: 'before' }, async () => {
      await decide(session, 'rejected');
      expect(await publish(session)).toBe('not-due');
    });
    expect(await finaliseSession({ sessionId: session.id }, workshop.run({ failpoints: held }))).toBe(
      'finalised',
    );
    // The same again is heard: the decision holds, and the new manifest tells of it.
    expect(await workshop.row(session)).toMatchObject({ reviewOutcome: 'rejected' });
    expect(await publish(session)).toBe('published');
    expect((await publishedManifest(session)).review).toMatchObject({ outcome: 'rejected' });
    expect(await workshop.fsck()).toEqual([]);
  });
});

interface Fault {
  readonly name: string;
  readonly points: readonly Point[];
  readonly disturb: (point: Point) => Promise<void>;
}

const everywhere = pointsOf(publishReviewSteps.filter((step) => step !== 'publish-review-again'));
/** Around what consumers see; each of these costs seconds. */
const atTheFixedName = pointsOf(['publish-manifest', 'commit-review']);

const faults: readonly Fault[] = [
  {
    name: 'throws',
    points: everywhere,
    async disturb(point) {
      const failpoints = onceAt(point, throwing);
      await expect(publish(session, { failpoints })).rejects.toThrow('failpoint');
    },
  },
  {
    name: 'hangs',
    points: atTheFixedName,
    async disturb(point) {
      const failpoints = onceAt(point, hanging);
      const lease = { ...shortSteps, stepSeconds: 1 };
      await expect(publish(session, { failpoints, lease })).rejects.toThrow('did not end');
    },
  },
  {
    name: 'is paused past its lease, while another worker takes over',
    points: everywhere,
    async disturb(point) {
      const failpoints = onceAt(point, async () => {
        await decide(session, 'returned', 'Meanwhile.');
        await workshop.letTimePass(session);
        expect(['published', 'not-due']).toContain(await publish(session));
        await decide(session, 'accepted', 'The last word.');
      });
      await publish(session, { failpoints });
      expect(failpoints.reached()).toBe(true);
    },
  },
  {
    name: 'is killed with its process',
    points: atTheFixedName,
    disturb: (point) => crashAt(workshop, 'publish-review', [{ ...point, sessionId: session.id }]),
  },
];

describe.each(faults)('a publication that $name', ({ disturb, points }) => {
  it.each(points)('$moment $step is right in the end', async (point) => {
    await decide(session, 'accepted', 'The last word.');
    await disturb(point);
    await workshop.letTimePass(session);
    await publish(session);
    expect((await publishedManifest(session)).review).toMatchObject({
      outcome: 'accepted',
      reason: 'The last word.',
    });
    const row = await workshop.row(session);
    expect(row.reviewPublishedVersion).toBe(row.reviewVersion);
    expect(await workshop.fsck()).toEqual([]);
  });
});

describe('when a recording is finished anew', () => {
  async function judgeAll(of: RecitalSession): Promise<void> {
    const { artifacts } = await workshop.row(of);
    for (const { sequence } of (await publishedManifest(of)).readings) {
      await judgeSentence(em(), {
        reviewerId: admin.id,
        sessionId: of.id,
        version: artifacts?.epoch ?? -1,
        sequence,
        verdict: 'good',
        note: null,
      });
    }
    await decide(of, 'accepted');
  }

  const staleSequences = async (of: RecitalSession): Promise<number[]> => {
    const rows = await em().execute<{ sequence: number }[]>(
      'select sequence from sentence_verdicts where session_id = ? and stale order by 1',
      [of.id],
    );
    return rows.map(({ sequence }) => sequence);
  };

  it('without a sentence, only that verdict is stale, and it waits for reviewers again', async () => {
    await judgeAll(session);
    const speaker = { userId: session.user.id, sessionId: session.id };
    await discardTextSegments(em(), { ...speaker, sequences: [0] });
    expect(await finalise(session)).toBe('finalised');
    expect(await staleSequences(session)).toEqual([0]);
    expect(await workshop.row(session)).toMatchObject({ reviewOutcome: null, reviewReason: null });
    expect(await publish(session)).toBe('published');
    expect((await publishedManifest(session)).review).toMatchObject({
      outcome: null,
      decisions: [{ decision: 'accepted', stale: true }],
    });
    expect(await workshop.fsck()).toEqual([]);
  });

  it('with a late segment in place of silence, the verdicts on what was silent are stale', async () => {
    const late = 5;
    const holey = await recite(workshop, { segments: 12, withoutAudio: [late] });
    const viewer = { id: admin.id, group: 'admin' } as const;
    await workshop.letTimePass(holey);
    await finalise(holey);
    await retrySession(em(), { admin: viewer, sessionId: holey.id, acceptIncomplete: true });
    expect(await finalise(holey)).toBe('finalised');
    await judgeAll(holey);
    const part = intoSegments(await voiceAs(workshop), 12)[late];
    await sendAudio(workshop, holey, late, part ?? Buffer.alloc(0));
    expect(await finalise(holey)).toBe('finalised');
    const stale = await staleSequences(holey);
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.length).toBeLessThan(3);
    expect(await workshop.row(holey)).toMatchObject({ reviewOutcome: null });
    await publish(holey);
    expect(await workshop.fsck()).toEqual([]);
  });
});

it('a publication stops when the recording is wished away', async () => {
  await decide(session, 'accepted');
  const failpoints = onceAt({ step: 'publish-manifest', moment: 'before' }, async () => {
    const viewer = { id: session.user.id, group: 'speaker' } as const;
    await disavowSession(em(), { viewer, sessionId: session.id });
  });
  expect(await publish(session, { failpoints })).toBe('superseded');
  expect(await publish(session)).toBe('not-due');
});
