import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aText, aUser, audioSegment, limits, someResult } from '../../test/factories.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { TextDocument } from '../text/text-document.entity.js';
import { UserTotals } from '../user/user-totals.entity.js';
import type { User } from '../user/user.entity.js';
import { abandonIdleSessions } from './abandon-sessions.js';
import { checkTotals } from '../fsck/check-totals.js';
import { disavowSession } from './disavow-session.js';
import { endSession } from './end-session.js';
import { claimFinalisation, type Claim } from './finalisation-claim.js';
import { commitAggregated, commitFinalised } from './finalisation-commit.js';
import { receiveAudioSegment } from './receive-audio-segment.js';
import { RecitalSession } from './recital-session.entity.js';

let database: TestDatabase;
let store: LocalContentStore;
let text: TextDocument;

beforeAll(async () => {
  database = await testDatabase();
  store = await testStore();
  text = await aText(database.em(), await aUser(database.em(), { group: 'admin' }), { public: true });
});

/** What may happen to a session, in any order; what the session does not take is refused. */
const acts = ['segment', 'end', 'abandon', 'claim', 'aggregate', 'finalise', 'disavow'] as const;
type Act = (typeof acts)[number];

class Player {
  readonly #session: RecitalSession;
  #segments = 0;
  #held: { claim: Claim; contentVersion: number } | undefined;

  constructor(session: RecitalSession) {
    this.#session = session;
  }

  async play(act: Act, durationSeconds: number): Promise<void> {
    const em = database.em();
    const sessionId = this.#session.id;
    const userId = this.#session.user.id;
    const result = someResult(this.#held?.claim.epoch ?? 0, { durationSeconds });
    switch (act) {
      case 'segment':
        await receiveAudioSegment({ em, store, limits }, audioSegment(this.#session, this.#segments++)).catch(
          () => undefined,
        );
        break;
      case 'end':
        await endSession(
          { em, limits, finalisationDisabled: true },
          {
            userId,
            sessionId,
            audioSegments: this.#segments,
            textSegments: 0,
            durationSeconds: 1,
            discardedSequences: [],
            endReason: 'finished',
          },
        ).catch(() => undefined);
        break;
      case 'abandon':
        await em.execute(
          `update recital_sessions set last_activity_at = now() - interval '1 day' where id = ?`,
          [sessionId],
        );
        await abandonIdleSessions(em, { abandonedAfterSeconds: 7_200 });
        break;
      case 'claim':
        await this.#claim();
        break;
      case 'aggregate':
        if (this.#held) await commitAggregated(em, this.#held.claim, this.#held.contentVersion, result);
        break;
      case 'finalise':
        if (this.#held) await commitFinalised(em, this.#held.claim, this.#held.contentVersion, result);
        break;
      case 'disavow':
        await disavowSession(em, { viewer: { id: userId, group: 'speaker' }, sessionId });
        break;
    }
  }

  async #claim(): Promise<void> {
    await database
      .em()
      .execute(
        `update recital_sessions set last_content_at = now() - interval '1 day', lease_until = null where id = ?`,
        [this.#session.id],
      );
    const claim = await claimFinalisation(database.em(), this.#session.id, { leaseSeconds: 60 });
    if (claim === null) return;
    const { contentVersion } = await database.em().findOneOrFail(RecitalSession, this.#session.id);
    this.#held = { claim, contentVersion };
  }
}

/** The totals as they must be: summed over the sessions anew. */
async function recomputed(speaker: User): Promise<{ durationSeconds: number; recordings: number }> {
  const sessions = await database.em().find(RecitalSession, { user: speaker.id });
  const counted = sessions.filter(
    ({ status, kept, disavowed }) => status === 'uploaded' && kept && !disavowed,
  );
  return {
    durationSeconds: counted.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0),
    recordings: counted.length,
  };
}

describe("a speaker's totals", () => {
  it('are at every moment the sum over the sessions that count', async () => {
    const step = fc.record({
      session: fc.nat({ max: 1 }),
      act: fc.constantFrom(...acts),
      duration: fc.double({ min: 0, max: 7_200, noNaN: true }),
    });
    const finished = (['segment', 'end', 'claim', 'finalise'] as const).map((act) => ({
      session: 0,
      act,
      duration: 60,
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(finished, []),
        fc.array(step, { minLength: 3, maxLength: 10 }),
        async (beginning, steps) => {
          const speaker = await aUser(database.em());
          const players = [
            new Player(await aSession(database.em(), speaker, { text })),
            new Player(await aSession(database.em(), speaker, { text })),
          ];
          for (const { session, act, duration } of [...beginning, ...steps]) {
            await players[session]?.play(act, duration);
            const totals = await database.em().findOne(UserTotals, { user: speaker.id });
            const expected = await recomputed(speaker);
            expect(totals?.recordings ?? 0).toBe(expected.recordings);
            expect(totals?.durationSeconds ?? 0).toBeCloseTo(expected.durationSeconds, 6);
            expect(await checkTotals(database.em())).toEqual([]);
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);

  it('lose nothing when sessions of one speaker are finished and wished away at once', async () => {
    const speaker = await aUser(database.em());
    const sessions = [];
    for (let count = 0; count < 8; count++) {
      const session = await aSession(database.em(), speaker, { text });
      const player = new Player(session);
      for (const act of ['segment', 'end', 'claim'] as const) await player.play(act, 0);
      sessions.push(player);
    }
    await Promise.all(sessions.map((player) => player.play('finalise', 10)));
    await Promise.all(sessions.slice(0, 3).map((player) => player.play('disavow', 0)));
    expect(await database.em().findOne(UserTotals, { user: speaker.id })).toMatchObject({
      durationSeconds: 50,
      recordings: 5,
    });
  });
});
