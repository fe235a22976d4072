import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TestClient } from '../../test/client.js';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const hebrew = await aText(em, await aUser(em, { group: 'admin' }), {
  language: 'he',
  public: true,
  text: 'שלום לכולם. מה שלומכם היום?',
});

let speaker: User;
let ada: TestClient;
let ben: TestClient;
/** The oldest first; the last one is Hebrew. */
let recordings: RecitalSession[];

beforeEach(async () => {
  await em.execute('truncate recording_reviews, sentence_verdicts, text_segments, audio_segments');
  await em.execute('update recital_sessions set disavowed = true');
  speaker = await aUser(em, { name: 'Sarah' });
  ada = server.as(await aUser(em, { group: 'admin', name: 'Ada' }));
  ben = server.as(await aUser(em, { group: 'admin', name: 'Ben' }));
  recordings = [];
  for (const given of [{}, {}, { text: hebrew }]) {
    recordings.push(await finishSession(em, server.store, await aSession(em, speaker, given)));
  }
});

const idOf = (index: number): string => recordings[index]?.id ?? '';

async function queue(client: TestClient, filter = '{}'): Promise<string[]> {
  const data = await client.data<{ reviewQueue: { edges: { node: { id: string } }[] } }>(
    `{ reviewQueue(filter: ${filter}) { edges { node { id } } totalCount } }`,
  );
  return data.reviewQueue.edges.map(({ node }) => node.id);
}

async function take(client: TestClient, args = ''): Promise<string | null> {
  const data = await client.data<{ takeNextForReview: { session: { id: string } | null } }>(
    `mutation { takeNextForReview${args} { session { id } } }`,
  );
  return data.takeNextForReview.session?.id ?? null;
}

const judge = (id: string, decision: string, reason = '', version = 1): string =>
  `mutation { judgeRecording(sessionId: "${id}", version: ${version}, decision: ${decision}${reason && `, reason: "${reason}"`}) { reviewOutcome reviewReason } }`;

const verdict = (id: string, sequence: number, rest: string, version = 1): string =>
  `mutation { judgeSentence(sessionId: "${id}", version: ${version}, sequence: ${sequence}, ${rest}) { sequence verdict note stale reviewer { name } } }`;

describe('the queue', () => {
  it('holds what is finished, the oldest first, and follows its filters', async () => {
    const ids = recordings.map(({ id }) => id);
    expect(await queue(ada)).toEqual(ids);
    expect(await queue(ada, '{ language: HE }')).toEqual([idOf(2)]);
    expect(await queue(ada, `{ textId: "${hebrew.id}" }`)).toEqual([idOf(2)]);
    expect(await queue(ada, `{ userId: "${speaker.id}" }`)).toEqual(ids);
    expect(await queue(ada, '{ userId: "x" }')).toEqual([]);
    expect(await take(ada, '(filter: { textId: "x" })')).toBeNull();
  });

  it.each(["status = 'aggregated'", 'kept = false', 'disavowed = true', "attention = 'no-sentences'"])(
    'leaves out a recording with %s',
    async (change) => {
      await em.execute(`update recital_sessions set ${change} where id = ?`, [idOf(0)]);
      expect(await queue(ada)).toEqual([idOf(1), idOf(2)]);
      expect(await take(ada)).toBe(idOf(1));
    },
  );

  it('hands no recording to two reviewers, until the first gives it back or is not heard of any more', async () => {
    expect(await take(ada)).toBe(idOf(0));
    expect(await take(ben)).toBe(idOf(1));
    // Again, as after a reload: the same.
    expect(await take(ada)).toBe(idOf(0));
    expect(await take(ada, `(skip: ["${idOf(0)}"])`)).toBe(idOf(2));
    expect(await take(ben)).toBe(idOf(0));
    await ben.data('mutation { giveBackReview }');
    expect(await take(ada)).toBe(idOf(0));
    await em.execute(`update recital_sessions set review_claimed_until = now() where id = ?`, [idOf(0)]);
    expect(await take(ben)).toBe(idOf(0));
  });

  it('hands out different ones to reviewers who ask at the same time', async () => {
    const cleo = server.as(await aUser(em, { group: 'admin' }));
    const taken = await Promise.all([take(ada), take(ben), take(cleo)]);
    expect([...taken].sort()).toEqual(recordings.map(({ id }) => id).sort());
  });

  it('says who is at a recording', async () => {
    await take(ada);
    const query = `{ session(id: "${idOf(0)}") { review { version claimedBy { name } claimedUntil reviewersWanted } } }`;
    const { session } = await ben.data<{ session: { review: object } }>(query);
    expect(session.review).toMatchObject({ version: 1, claimedBy: { name: 'Ada' }, reviewersWanted: 1 });
  });
});

describe('a verdict on a sentence', () => {
  it('is kept, changed and taken back', async () => {
    expect(await ada.data(verdict(idOf(0), 0, 'verdict: GOOD'))).toEqual({
      judgeSentence: { sequence: 0, verdict: 'GOOD', note: null, stale: false, reviewer: { name: 'Ada' } },
    });
    await ada.data(verdict(idOf(0), 0, 'verdict: OTHER, note: "A\\u0000 dog. "'));
    await ben.data(verdict(idOf(0), 1, 'verdict: CUT_OFF'));
    const query = `{ session(id: "${idOf(0)}") { review { verdicts { sequence verdict note } } } }`;
    expect(await ada.data(query)).toEqual({
      session: {
        review: {
          verdicts: [
            { sequence: 0, verdict: 'OTHER', note: 'A dog.' },
            { sequence: 1, verdict: 'CUT_OFF', note: null },
          ],
        },
      },
    });
    // Nobody takes back what another one said.
    await ada.data(`mutation { withdrawSentenceVerdict(sessionId: "${idOf(0)}", sequence: 1) }`);
    await ada.data(`mutation { withdrawSentenceVerdict(sessionId: "${idOf(0)}", sequence: 0) }`);
    expect(await ada.data(query)).toEqual({
      session: { review: { verdicts: [{ sequence: 1, verdict: 'CUT_OFF', note: null }] } },
    });
  });

  it.each([
    ['that is OTHER without a note', 0, 'verdict: OTHER', 1, 'BAD_USER_INPUT'],
    ['that nobody read', 7, 'verdict: GOOD', 1, 'BAD_USER_INPUT'],
    ['that can be none', -1, 'verdict: GOOD', 1, 'BAD_USER_INPUT'],
    ['with a long note', 0, `verdict: NOISE, note: "${'x'.repeat(501)}"`, 1, 'BAD_USER_INPUT'],
    ['of files that are no longer there', 0, 'verdict: GOOD', 2, 'CONFLICT'],
  ])('%s is refused', async (_what, sequence, rest, version, code) => {
    expect((await ada.query(verdict(idOf(0), sequence, rest, version))).code).toBe(code);
  });

  it('of what is not finished is refused', async () => {
    const { id } = await aSession(em, speaker);
    expect((await ada.query(verdict(id, 0, 'verdict: GOOD'))).code).toBe('CONFLICT');
    expect((await ada.query(verdict('../x', 0, 'verdict: GOOD'))).code).toBe('NOT_FOUND');
  });
});

describe('a decision', () => {
  const seen = `query ($id: ID!) { session(id: $id) { reviewOutcome reviewReason reviewedAt review { decisions { reason } } } }`;

  it('is the outcome, which the speaker sees with its reason and without its reviewers', async () => {
    await take(ada);
    await ada.data(judge(idOf(0), 'RETURNED', 'Close the window.'));
    const { session } = await server
      .as(speaker)
      .data<{ session: Record<string, unknown> }>(seen, { id: idOf(0) });
    expect(session).toEqual({
      reviewOutcome: 'RETURNED',
      reviewReason: 'Close the window.',
      reviewedAt: expect.any(String) as string,
      review: null,
    });
    expect(await queue(ben)).toEqual([idOf(1), idOf(2)]);
    const stranger = server.as(await aUser(em));
    expect((await stranger.query(seen, { id: idOf(0) })).code).toBe('NOT_FOUND');
  });

  it('stands in the audit log, leaves a job, and can be changed and taken back', async () => {
    await ada.data(judge(idOf(0), 'RETURNED', 'Why not?'));
    await ada.data(judge(idOf(0), 'ACCEPTED'));
    const { withdrawReview } = await ada.data(
      `mutation { withdrawReview(sessionId: "${idOf(0)}") { reviewOutcome reviewReason } }`,
    );
    expect(withdrawReview).toEqual({ reviewOutcome: null, reviewReason: null });
    expect(await queue(ada)).toContain(idOf(0));
    const acts = await em.execute<{ action: string }[]>(
      'select action from audit_log where subject_id = ? order by at, id',
      [idOf(0)],
    );
    expect(acts.map(({ action }) => action).sort()).toEqual([
      'review.accepted',
      'review.returned',
      'review.withdrawn',
    ]);
    const jobs = await em.execute(
      `select 1 from agenda.agenda_jobs where name = 'publish-review' and data->>'sessionId' = ?`,
      [idOf(0)],
    );
    expect(jobs).toHaveLength(3);
  });

  it.each([
    ['to return without a reason', 'RETURNED', ' ', 1, 'BAD_USER_INPUT'],
    ['on files that are no longer there', 'ACCEPTED', '', 3, 'CONFLICT'],
  ])('%s is refused', async (_what, decision, reason, version, code) => {
    expect((await ada.query(judge(idOf(0), decision, reason, version))).code).toBe(code);
    expect(await queue(ada)).toContain(idOf(0));
  });

  it('on what was wished away is refused', async () => {
    await server.as(speaker).data(`mutation { discardSession(sessionId: "${idOf(0)}") { id } }`);
    expect((await ada.query(judge(idOf(0), 'ACCEPTED'))).code).toBe('NOT_FOUND');
  });
});

describe('where two reviewers are wanted', () => {
  beforeEach(async () => {
    await ada.data(`mutation { wantReviewers(sessionId: "${idOf(0)}", reviewers: 2) { id } }`);
  });

  it('they have to agree', async () => {
    expect(await ada.data(judge(idOf(0), 'ACCEPTED'))).toMatchObject({
      judgeRecording: { reviewOutcome: null },
    });
    expect(await queue(ada)).not.toContain(idOf(0));
    expect(await queue(ben)).toContain(idOf(0));
    expect(await ben.data(judge(idOf(0), 'ACCEPTED'))).toMatchObject({
      judgeRecording: { reviewOutcome: 'ACCEPTED' },
    });
  });

  it('a third one settles it where they do not', async () => {
    await ada.data(judge(idOf(0), 'ACCEPTED'));
    await ben.data(judge(idOf(0), 'REJECTED', 'Too quiet.'));
    const cleo = server.as(await aUser(em, { group: 'admin' }));
    expect(await queue(cleo)).toContain(idOf(0));
    expect(await cleo.data(judge(idOf(0), 'REJECTED'))).toEqual({
      judgeRecording: { reviewOutcome: 'REJECTED', reviewReason: 'Too quiet.' },
    });
  });

  it('one that a single reviewer had settled waits again, and no number is out of the question', async () => {
    await ada.data(judge(idOf(1), 'ACCEPTED'));
    await ben.data(`mutation { wantReviewers(sessionId: "${idOf(1)}", reviewers: 2) { id } }`);
    expect(await queue(ben)).toContain(idOf(1));
    const none = await ben.query(`mutation { wantReviewers(sessionId: "${idOf(1)}", reviewers: 0) { id } }`);
    expect(none.code).toBe('BAD_USER_INPUT');
  });
});

it('the list of recordings is narrowed by outcome', async () => {
  await ada.data(judge(idOf(1), 'REJECTED'));
  const { sessions } = await ada.data<{ sessions: { edges: { node: { id: string } }[] } }>(
    '{ sessions(filter: { reviewOutcome: [REJECTED, ACCEPTED], status: [UPLOADED] }) { edges { node { id } } } }',
  );
  expect(sessions.edges.map(({ node }) => node.id)).toEqual([idOf(1)]);
});
