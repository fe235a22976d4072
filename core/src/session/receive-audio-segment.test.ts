import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../db/in-transaction.js';
import { testStore } from '../../test/content-store.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aUser, audioSegment, limits, someBytes } from '../../test/factories.js';
import { somebodyWaitsForALock } from '../../test/lock-wait.js';
import type { AppError } from '../errors/app-error.js';
import type { StoredObject } from '../storage/content-store.js';
import type { LocalContentStore } from '../storage/local-content-store.js';
import type { User } from '../user/user.entity.js';
import type { AcceptedSegment } from './accept-audio-segment.js';
import { AudioSegment } from './audio-segment.entity.js';
import { disavowSession } from './disavow-session.js';
import { receiveAudioSegment, type IncomingAudioSegment } from './receive-audio-segment.js';
import { RecitalSession, sessionStatuses } from './recital-session.entity.js';
import { SetAsideAudio } from './set-aside.entity.js';

let database: TestDatabase;
let store: LocalContentStore;
let speaker: User;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 20 });
  store = await testStore();
  speaker = await aUser(database.em());
});

function receive(segment: IncomingAudioSegment): Promise<AcceptedSegment> {
  return receiveAudioSegment({ em: database.em(), store, limits }, segment);
}

function begin(): Promise<RecitalSession> {
  return aSession(database.em(), speaker);
}

function rows(session: RecitalSession): Promise<AudioSegment[]> {
  return database.em().find(AudioSegment, { session: session.id }, { orderBy: { sequence: 'asc' } });
}

async function objects(session: RecitalSession): Promise<StoredObject[]> {
  const found: StoredObject[] = [];
  for await (const object of store.list(`${session.id}/`)) found.push(object);
  return found;
}

async function contentVersion(session: RecitalSession): Promise<number> {
  return (await database.em().findOneOrFail(RecitalSession, session.id)).contentVersion;
}

async function bytesOf(segment: { readonly storageKey: string }): Promise<Buffer> {
  return buffer(await store.get(segment.storageKey));
}

async function refusal(promise: Promise<unknown>): Promise<Pick<AppError, 'code' | 'message' | 'details'>> {
  const outcome = await promise.then(
    () => 'accepted',
    (error: unknown) => error as AppError,
  );
  if (typeof outcome === 'string') throw new Error('It was accepted.');
  return outcome;
}

describe('a segment that is accepted', () => {
  it('is durable under a key that holds its hash, has a row, and makes the content newer', async () => {
    const session = await begin();
    const bytes = someBytes();
    const segment = await receive(audioSegment(session, 0, bytes));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(segment).toMatchObject({ sequence: 0, byteLength: bytes.length, sha256 });
    expect(segment.storageKey).toBe(`${session.id}/segments/0.${sha256}`);
    expect(await bytesOf(segment)).toEqual(bytes);
    expect(await contentVersion(session)).toBe(session.contentVersion + 1);
  });

  it('takes the hash in upper case as well', async () => {
    const session = await begin();
    const segment = audioSegment(session, 0);
    const sha256 = segment.sha256.toUpperCase();
    expect((await receive({ ...segment, sha256 })).sha256).toBe(segment.sha256);
  });

  it.each(sessionStatuses.filter((status) => status !== 'discarded'))(
    'may come while the session is %s',
    async (status) => {
      const session = await begin();
      await database
        .em()
        .execute('update recital_sessions set status = ? where id = ?', [status, session.id]);
      await expect(receive(audioSegment(session, 0))).resolves.toMatchObject({ sequence: 0 });
    },
  );

  it('sent 10 times at once is one row, one object, one version and the same answer', async () => {
    const session = await begin();
    const bytes = someBytes();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => receive(audioSegment(session, 3, bytes))),
    );
    expect(new Set(answers.map(({ id, receivedAt }) => `${id} ${receivedAt.toISOString()}`)).size).toBe(1);
    expect(await rows(session)).toHaveLength(1);
    expect(await objects(session)).toHaveLength(1);
    expect(await contentVersion(session)).toBe(session.contentVersion + 1);
  });

  it('is answered again without a look at the bytes when it is there', async () => {
    const session = await begin();
    const bytes = someBytes();
    const first = await receive(audioSegment(session, 0, bytes));
    const broken = new Readable({
      read() {
        this.destroy(new Error('connection reset'));
      },
    });
    const again = await receive(audioSegment(session, 0, bytes, { content: broken }));
    expect(again.id).toBe(first.id);
  });

  it('arrives in any order and as often as a network likes, with the same result', async () => {
    const parts = Array.from({ length: 5 }, () => someBytes(300));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          parts.flatMap((_, sequence) => [sequence, sequence]),
          { minLength: 10, maxLength: 10 },
        ),
        async (order) => {
          const session = await begin();
          await Promise.all(
            order.map((sequence) => receive(audioSegment(session, sequence, parts[sequence]))),
          );
          const arrived = await rows(session);
          expect(await Promise.all(arrived.map(bytesOf))).toEqual(parts);
          expect(await contentVersion(session)).toBe(session.contentVersion + parts.length);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('other bytes for a taken sequence', () => {
  it('lose in each of 200 races, are set aside whole, and never replace what was acknowledged', async () => {
    const session = await begin();
    const pairs = Array.from({ length: 200 }, (_, sequence) => ({
      sequence,
      bodies: [someBytes(200), someBytes(200)],
    }));
    const races = await Promise.all(
      pairs.map(async ({ sequence, bodies }) => ({
        bodies,
        outcomes: await Promise.allSettled(
          bodies.map((body) => receive(audioSegment(session, sequence, body))),
        ),
      })),
    );
    for (const { bodies, outcomes } of races) {
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const acknowledged = outcomes[winner] as PromiseFulfilledResult<AcceptedSegment>;
      const lost = outcomes[1 - winner] as PromiseRejectedResult;
      expect(lost.status).toBe('rejected');
      expect(lost.reason).toMatchObject({ code: 'CONFLICT' });
      expect(await bytesOf(acknowledged.value)).toEqual(bodies[winner]);
      const aside = await database.em().findOneOrFail(SetAsideAudio, {
        session: session.id,
        sequence: acknowledged.value.sequence,
      });
      expect(await bytesOf(aside)).toEqual(bodies[1 - winner]);
    }
    expect(await rows(session)).toHaveLength(200);
    expect(await database.em().count(SetAsideAudio, { session: session.id })).toBe(200);
    expect(await objects(session)).toHaveLength(400);
    expect(await contentVersion(session)).toBe(session.contentVersion + 200);
  });

  it('are a conflict each time they come, and set aside once', async () => {
    const session = await begin();
    const other = someBytes();
    await receive(audioSegment(session, 0));
    for (let time = 0; time < 3; time++) {
      expect(await refusal(receive(audioSegment(session, 0, other)))).toMatchObject({
        code: 'CONFLICT',
        details: { sequence: 0 },
      });
    }
    expect(await database.em().count(SetAsideAudio, { session: session.id })).toBe(1);
  });
});

describe('a session that is wished away', () => {
  it('refuses what comes later, and removes its object', async () => {
    const session = await begin();
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await refusal(receive(audioSegment(session, 0)))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await objects(session)).toEqual([]);
  });

  it('refuses a segment whose acceptance had to wait for the wish', async () => {
    const session = await begin();
    let upload: Promise<unknown> | undefined;
    await inTransaction(database.em(), async (transaction) => {
      await disavowSession(transaction, {
        viewer: { id: speaker.id, group: 'speaker' },
        sessionId: session.id,
      });
      upload = refusal(receive(audioSegment(session, 0)));
      await somebodyWaitsForALock(database);
    });
    expect(await upload).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows(session)).toEqual([]);
    expect(await objects(session)).toEqual([]);
  });

  it('either has accepted a racing segment before, or refuses it: no row appears afterwards', async () => {
    for (let race = 0; race < 40; race++) {
      const session = await begin();
      let rowsAtWish = -1;
      const wish = (async () => {
        await disavowSession(database.em(), {
          viewer: { id: speaker.id, group: 'speaker' },
          sessionId: session.id,
        });
        rowsAtWish = (await rows(session)).length;
      })();
      const [upload] = await Promise.allSettled([receive(audioSegment(session, 0)), wish]);
      const accepted = upload.status === 'fulfilled' ? 1 : 0;
      expect(rowsAtWish).toBe(accepted);
      expect(await rows(session)).toHaveLength(accepted);
      expect(await objects(session)).toHaveLength(accepted);
    }
  });
});

describe('what is refused before anything is stored', () => {
  const cases: [string, Partial<IncomingAudioSegment>, Partial<AppError>][] = [
    ['a negative sequence', { sequence: -1 }, { code: 'BAD_USER_INPUT', details: { field: 'sequence' } }],
    ['a broken sequence', { sequence: 0.5 }, { code: 'BAD_USER_INPUT', details: { field: 'sequence' } }],
    ['NaN as sequence', { sequence: NaN }, { code: 'BAD_USER_INPUT', details: { field: 'sequence' } }],
    ['a sequence beyond the limit', { sequence: 5_000 }, { code: 'BAD_USER_INPUT' }],
    ['an empty segment', { byteLength: 0 }, { code: 'BAD_USER_INPUT', details: { field: 'byteLength' } }],
    ['a negative length', { byteLength: -5 }, { code: 'BAD_USER_INPUT' }],
    ['a segment too large', { byteLength: limits.maxSegmentBytes + 1 }, { code: 'PAYLOAD_TOO_LARGE' }],
    ['no hash', { sha256: 'abc' }, { code: 'BAD_USER_INPUT', details: { field: 'sha256' } }],
    ['another hash', { sha256: 'a'.repeat(64) }, { code: 'BAD_USER_INPUT', details: { field: 'sha256' } }],
    ['fewer bytes', { byteLength: 2_001 }, { code: 'BAD_USER_INPUT', details: { field: 'byteLength' } }],
    ['more bytes', { byteLength: 1_999 }, { code: 'BAD_USER_INPUT', details: { field: 'byteLength' } }],
    ['a picture', { mimeType: 'image/png' }, { code: 'UNSUPPORTED_MEDIA_TYPE' }],
    ['a playlist', { mimeType: 'audio/mpegurl' }, { code: 'UNSUPPORTED_MEDIA_TYPE' }],
    [
      'another container',
      { mimeType: 'audio/mp4' },
      { code: 'BAD_USER_INPUT', details: { field: 'mimeType' } },
    ],
    ['an unknown session', { sessionId: 'V1StGXR8_Z5jdHi6B-myT' }, { code: 'NOT_FOUND' }],
    ['a path as session', { sessionId: '../../../etc/passwd' }, { code: 'NOT_FOUND' }],
    ['NUL as session', { sessionId: 'V1StGXR8_Z5jdHi6B-my\0' }, { code: 'NOT_FOUND' }],
  ];

  it.each(cases)('%s', async (_case, wrong, expected) => {
    const session = await begin();
    expect(await refusal(receive(audioSegment(session, 0, someBytes(2_000), wrong)))).toMatchObject(expected);
    expect(await rows(session)).toEqual([]);
    expect(await objects(session)).toEqual([]);
    expect(await contentVersion(session)).toBe(session.contentVersion);
  });

  it('a connection that breaks off', async () => {
    const session = await begin();
    const content = Readable.from(
      (async function* () {
        yield Buffer.alloc(100);
        await Promise.resolve();
        throw new Error('aborted');
      })(),
    );
    await expect(receive(audioSegment(session, 0, someBytes(), { content }))).rejects.toThrow('aborted');
    expect(await rows(session)).toEqual([]);
    expect(await objects(session)).toEqual([]);
  });

  it("another user's session, exactly as one that does not exist", async () => {
    const session = await begin();
    const stranger = await aUser(database.em());
    const foreign = await refusal(receive(audioSegment(session, 0, someBytes(), { userId: stranger.id })));
    const unknown = await refusal(
      receive(audioSegment(session, 0, someBytes(), { sessionId: 'V1StGXR8_Z5jdHi6B-myT' })),
    );
    expect({ ...foreign, message: foreign.message }).toEqual({ ...unknown, message: unknown.message });
    expect(await objects(session)).toEqual([]);
  });
});
