import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, limits, textSegment } from '../../test/factories.js';
import { somebodyWaitsForALock } from '../../test/lock-wait.js';
import type { User } from '../user/user.entity.js';
import { discardTextSegments } from './discard-text-segments.js';
import { disavowSession } from './disavow-session.js';
import { receiveTextSegment, type IncomingTextSegment } from './receive-text-segment.js';
import { RecitalSession, sessionStatuses } from './recital-session.entity.js';
import { SetAsideText } from './set-aside.entity.js';
import { TextSegment } from './text-segment.entity.js';

let database: TestDatabase;
let speaker: User;

beforeAll(async () => {
  database = await testDatabase();
  speaker = await aUser(database.em());
});

function begin(): Promise<RecitalSession> {
  return aSession(database.em(), speaker);
}

function receive(segment: IncomingTextSegment): Promise<TextSegment> {
  return receiveTextSegment({ em: database.em(), limits }, segment);
}

function discard(session: RecitalSession, sequences: readonly number[]): Promise<TextSegment[]> {
  return discardTextSegments(database.em(), { userId: speaker.id, sessionId: session.id, sequences });
}

function rows(session: RecitalSession): Promise<TextSegment[]> {
  return database.em().find(TextSegment, { session: session.id }, { orderBy: { sequence: 'asc' } });
}

async function contentVersion(session: RecitalSession): Promise<number> {
  return (await database.em().findOneOrFail(RecitalSession, session.id)).contentVersion;
}

describe('the reading of a sentence', () => {
  it('has the text of the revision, and makes the content newer', async () => {
    const session = await begin();
    const segment = await receive(textSegment(session, 0, { sentence: 1, seekStart: 0.25, seekEnd: 3.5 }));
    expect(segment).toMatchObject({
      text: 'Nets are spread on the quay.',
      seekStart: 0.25,
      seekEnd: 3.5,
      discarded: false,
    });
    expect(await contentVersion(session)).toBe(session.contentVersion + 1);
  });

  it.each(sessionStatuses.filter((status) => status !== 'discarded'))(
    'may come while the session is %s',
    async (status) => {
      const session = await begin();
      await database
        .em()
        .execute('update recital_sessions set status = ? where id = ?', [status, session.id]);
      await expect(receive(textSegment(session, 0))).resolves.toMatchObject({ sequence: 0 });
    },
  );

  it('sent 10 times at once is one row, one version and the same answer', async () => {
    const session = await begin();
    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(textSegment(session, 0))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await rows(session)).toHaveLength(1);
    expect(await contentVersion(session)).toBe(session.contentVersion + 1);
  });

  it('tells why its sentence was left out, and keeps the first reason', async () => {
    const session = await begin();
    const skipped = textSegment(session, 0, { discarded: true, skipReason: 'wrong-text' });
    await expect(receive(skipped)).resolves.toMatchObject({ discarded: true, skipReason: 'wrong-text' });
    await expect(receive({ ...skipped, skipReason: 'offensive' })).resolves.toMatchObject({
      skipReason: 'wrong-text',
    });
    await expect(receive(textSegment(session, 1))).resolves.toMatchObject({ skipReason: null });
  });

  it('cannot be both wanted and left out', async () => {
    const segment = textSegment(await begin(), 0, { skipReason: 'offensive' });
    await expect(receive(segment)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'skipReason' },
    });
  });

  it('is a conflict when another one has its number: the first stays, the other is set aside once', async () => {
    const session = await begin();
    await receive(textSegment(session, 0));
    const other = textSegment(session, 0, { sentence: 1 });
    await expect(receive(other)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(receive(other)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await rows(session)).toMatchObject([{ sentence: 0 }]);
    expect(await database.em().find(SetAsideText, { session: session.id })).toMatchObject([{ sentence: 1 }]);
  });

  it('is refused when its acceptance had to wait for the wish to delete the session', async () => {
    const session = await begin();
    let late: Promise<unknown> | undefined;
    await inTransaction(database.em(), async (transaction) => {
      await disavowSession(transaction, {
        viewer: { id: speaker.id, group: 'speaker' },
        sessionId: session.id,
      });
      late = receive(textSegment(session, 0)).catch((error: unknown) => error);
      await somebodyWaitsForALock(database);
    });
    expect(await late).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows(session)).toEqual([]);
  });
});

describe('a discard', () => {
  it('marks readings, answers them in order, and can be said again', async () => {
    const session = await begin();
    for (const sequence of [0, 1, 2]) await receive(textSegment(session, sequence));
    const before = await contentVersion(session);
    expect(await discard(session, [2, 0])).toMatchObject([
      { sequence: 0, discarded: true },
      { sequence: 2, discarded: true },
    ]);
    expect(await discard(session, [0, 2])).toHaveLength(2);
    expect(await contentVersion(session)).toBe(before + 1);
    expect((await rows(session)).map(({ discarded }) => discarded)).toEqual([true, false, true]);
  });

  it('that overtakes its reading holds', async () => {
    const session = await begin();
    expect(await discard(session, [1])).toEqual([]);
    expect(await receive(textSegment(session, 1))).toMatchObject({ discarded: true });
  });

  it('is not taken back by a reading that is sent again', async () => {
    const session = await begin();
    await receive(textSegment(session, 0));
    await discard(session, [0]);
    expect(await receive(textSegment(session, 0))).toMatchObject({ discarded: true });
  });

  it('may come as the same reading with the mark', async () => {
    const session = await begin();
    await receive(textSegment(session, 0));
    expect(await receive(textSegment(session, 0, { discarded: true }))).toMatchObject({ discarded: true });
  });

  it('gives the same rows in whatever order and however often everything arrives', async () => {
    const acts = [0, 1, 2, 0, 1, 2].map((sequence) => ({ sequence, act: 'read' as const }));
    const discards = [1, 2, 1].map((sequence) => ({ sequence, act: 'discard' as const }));
    const all = [...acts, ...discards];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        async (order) => {
          const session = await begin();
          await Promise.all(
            order.map(async ({ sequence, act }) => {
              if (act === 'read') await receive(textSegment(session, sequence));
              else await discard(session, [sequence]);
            }),
          );
          expect((await rows(session)).map(({ discarded }) => discarded)).toEqual([false, true, true]);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('what is refused', () => {
  const cases: [string, Partial<IncomingTextSegment>, string][] = [
    ['a negative time', { seekStart: -0.1 }, 'seekStart'],
    ['NaN as time', { seekStart: NaN }, 'seekStart'],
    ['an endless time', { seekEnd: Infinity }, 'seekEnd'],
    ['an end before its start', { seekStart: 2, seekEnd: 1 }, 'seekEnd'],
    ['a time beyond the longest session', { seekEnd: limits.maxDuration * 1.2 + 1 }, 'seekEnd'],
    ['a paragraph the text does not have', { paragraph: 2 }, 'sentence'],
    ['a sentence the paragraph does not have', { sentence: 2 }, 'sentence'],
    ['a paragraph counted from the end', { paragraph: -1 }, 'paragraph'],
    ['a sentence counted from the end', { sentence: -1 }, 'sentence'],
    ['a broken sequence', { sequence: 1.5 }, 'sequence'],
    ['a sequence beyond the limit', { sequence: 10_000 }, 'sequence'],
  ];

  it.each(cases)('%s', async (_case, wrong, field) => {
    const session = await begin();
    await expect(receive(textSegment(session, 0, wrong))).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field },
    });
    expect(await rows(session)).toEqual([]);
    expect(await contentVersion(session)).toBe(session.contentVersion);
  });

  it('a discard of what cannot be a reading', async () => {
    const session = await begin();
    await expect(discard(session, [0, NaN])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(discard(session, [-1])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it("anything for another user's session, as for one that does not exist", async () => {
    const session = await begin();
    const stranger = await aUser(database.em());
    const refused = {
      code: 'NOT_FOUND',
      message: 'This session does not exist, or you have no right to see it.',
    };
    await expect(receive(textSegment(session, 0, { userId: stranger.id }))).rejects.toMatchObject(refused);
    await expect(
      discardTextSegments(database.em(), { userId: stranger.id, sessionId: session.id, sequences: [0] }),
    ).rejects.toMatchObject(refused);
    await expect(
      discardTextSegments(database.em(), {
        userId: stranger.id,
        sessionId: 'V1StGXR8_Z5jdHi6B-myT',
        sequences: [0],
      }),
    ).rejects.toMatchObject(refused);
  });
});
