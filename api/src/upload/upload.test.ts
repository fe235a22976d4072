import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { aSession, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import type { User } from '@crowd-recital/core/user/user.entity.js';
import { boundary, multipartBody, RawRequest, uploadParts, type RawPart } from '../../test/raw-request.js';
import { testServer } from '../../test/server.js';

/** Milliseconds; more than a busy disk takes for a segment, for a connection is idle while nothing moves on it. */
const idle = 2_500;
const server = await testServer({ limits: { idle }, environment: { MAX_SEGMENT_BYTES: '300000' } });

let speaker: User;
let session: RecitalSession;
const open: RawRequest[] = [];

beforeEach(async () => {
  speaker = await aUser(server.database.em());
  session = await aSession(server.database.em(), speaker);
});

afterEach(() => {
  for (const request of open.splice(0)) request.socket.destroy();
});

async function uploadHead(length: number | 'chunked'): Promise<Record<string, string | number>> {
  return {
    authorization: `Bearer ${await server.token(speaker)}`,
    'apollo-require-preflight': '1',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...(length === 'chunked' ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
  };
}

function without(name: string, headers: Record<string, string | number>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

function request(): RawRequest {
  const made = new RawRequest(server.port);
  open.push(made);
  return made;
}

async function sendParts(parts: readonly RawPart[], { broken = false } = {}) {
  const body = multipartBody(parts, { broken });
  return request()
    .head(await uploadHead(body.length))
    .write(body)
    .answer();
}

async function expectNothingStored(): Promise<void> {
  await vi.waitFor(async () => {
    expect(await server.database.em().count(AudioSegment, { session: session.id })).toBe(0);
    expect((await server.storedFiles()).filter((file) => file.startsWith(session.id))).toEqual([]);
  }, 20_000);
}

it('stores what was sent and answers the same to the same again', async () => {
  const bytes = someBytes(200_000);
  const client = server.as(speaker);
  const first = await client.upload({ sessionId: session.id, sequence: 0, bytes });
  const again = await client.upload({ sessionId: session.id, sequence: 0, bytes });
  expect(first).toMatchObject({ status: 200, errors: [] });
  expect(again.data).toEqual(first.data);
  expect((await server.storedFiles()).filter((file) => file.startsWith(session.id))).toHaveLength(1);
});

describe('refused by its headers, before the body is read', () => {
  /** Nothing of the body is ever sent: whoever waited for it would not answer. */
  async function answerToHead(headers: Record<string, string | number>) {
    return request().head(headers).answer();
  }

  it('without anybody signed in', async () => {
    const head = without('authorization', await uploadHead(200_000));
    expect(await answerToHead(head)).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('with a credential that is not good', async () => {
    const head = { ...(await uploadHead(200_000)), authorization: 'Bearer nonsense' };
    expect(await answerToHead(head)).toMatchObject({ status: 401 });
  });

  it('for somebody whom nobody approved', async () => {
    speaker = await aUser(server.database.em(), { group: null });
    expect(await answerToHead(await uploadHead(200_000))).toMatchObject({ status: 403 });
  });

  it('without the header that only a page of ours can set', async () => {
    const head = without('apollo-require-preflight', await uploadHead(200_000));
    expect(await answerToHead(head)).toMatchObject({ status: 400 });
  });

  it('without a boundary', async () => {
    const head = { ...(await uploadHead(200_000)), 'content-type': 'multipart/form-data' };
    expect(await answerToHead(head)).toMatchObject({ status: 415 });
  });

  it('with more bytes than a segment may have', async () => {
    expect(await answerToHead(await uploadHead(50_000_000))).toMatchObject({
      status: 413,
      body: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] },
    });
  });

  it('beyond the rate, with the time to wait; other users are not affected', async () => {
    const client = server.as(speaker);
    const answers = [];
    for (let sequence = 0; sequence < 31; sequence += 1) {
      answers.push(await client.upload({ sessionId: session.id, sequence, bytes: someBytes(10) }));
    }
    expect(answers.slice(0, 30).every(({ errors }) => errors.length === 0)).toBe(true);
    const last = answers.at(-1);
    expect(last).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    const seconds = last?.errors[0]?.extensions.retryAfterSeconds;
    expect(seconds).toBeGreaterThan(0);
    expect(last?.headers.get('retry-after')).toBe(String(seconds));

    const other = await aUser(server.database.em());
    const theirs = await aSession(server.database.em(), other);
    const answer = await server.as(other).upload({ sessionId: theirs.id, sequence: 0, bytes: someBytes(10) });
    expect(answer.errors).toEqual([]);
  });
});

describe('refused while the body is read, with nothing left behind', () => {
  it('a file that is larger than announced by its headers (chunked)', async () => {
    const bytes = someBytes(600_000);
    const body = multipartBody(
      uploadParts({ sessionId: session.id, sequence: 0, bytes, byteLength: 300_000 }),
    );
    const answer = await request()
      .head(await uploadHead('chunked'))
      .write(`${body.length.toString(16)}\r\n`)
      .write(body)
      .write('\r\n0\r\n\r\n')
      .answer();
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'byteLength',
    });
    await expectNothingStored();
  });

  it('a segment that is announced as too large', async () => {
    const answer = await server
      .as(speaker)
      .upload({ sessionId: session.id, sequence: 0, bytes: someBytes(300_001) });
    expect(answer.code).toBe('PAYLOAD_TOO_LARGE');
    await expectNothingStored();
  });

  it('two files', async () => {
    const [operations, , file] = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes() });
    const map = { name: 'map', content: '{"0":["variables.audio"],"1":["variables.audio"]}' };
    const answer = await sendParts([operations, map, file, { ...file, name: '1' }]);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT', field: 'map' } }] },
    });
    await expectNothingStored();
  });

  it.each([
    ['another variable', '{"0":["variables.sha256"]}'],
    ['a variable that is not there', '{"0":["variables.video"]}'],
    ['something that is no variable', '{"0":["query"]}'],
    ['a prototype', '{"0":["variables.__proto__"]}'],
    ['two places', '{"0":["variables.audio","variables.audio"]}'],
    ['no file', '{}'],
    ['nonsense', 'nonsense'],
  ])('a map that points at %s', async (_what, content) => {
    const [operations, , file] = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes() });
    const answer = await sendParts([operations, { name: 'map', content }, file]);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { field: 'map' } }] } });
    await expectNothingStored();
  });

  it('parts in the wrong order', async () => {
    const [operations, map, file] = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes() });
    for (const parts of [
      [map, operations, file],
      [file, operations, map],
    ]) {
      expect(await sendParts(parts)).toMatchObject({ status: 400 });
    }
    await expectNothingStored();
  });

  it('operations that are no JSON, or several at once', async () => {
    const [operations, map, file] = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes() });
    for (const content of ['nonsense', `[${String(operations.content)}]`]) {
      expect(await sendParts([{ ...operations, content }, map, file])).toMatchObject({ status: 400 });
    }
    await expectNothingStored();
  });

  it('no file where the map says so', async () => {
    const [operations, map] = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes() });
    const answer = await sendParts([operations, map]);
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    await expectNothingStored();
  });

  it('junk', async () => {
    const junk = someBytes(5_000);
    const answer = await request()
      .head(await uploadHead(junk.length))
      .write(junk)
      .answer();
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    });
  });

  it.each([1_000, 100_000])('a body of %d bytes without its end', async (length) => {
    const parts = uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes(length) });
    const answer = await sendParts(parts, { broken: true });
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'byteLength',
    });
    await expectNothingStored();
  });

  it('an operation that is refused does not wait for its file', async () => {
    const body = multipartBody(uploadParts({ sessionId: 'nobodys', sequence: 0, bytes: someBytes(250_000) }));
    const sent = request()
      .head(await uploadHead(body.length))
      .write(body.subarray(0, 20_000));
    const answer = await sent.answer();
    expect(answer.body.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

it('a connection serves the next request whatever became of the one before', async () => {
  const bytes = someBytes(250_000);
  const connection = request();
  for (const [sessionId, code] of [
    ['nobodys', 'NOT_FOUND'],
    [session.id, undefined],
    ['nobodys', 'NOT_FOUND'],
  ] as const) {
    const body = multipartBody(uploadParts({ sessionId, sequence: 0, bytes }));
    const answer = await connection
      .head(await uploadHead(body.length))
      .write(body)
      .answer();
    expect(answer.body.errors?.[0]?.extensions.code).toBe(code);
  }
});

describe('a body that does not arrive', () => {
  it('leaves nothing behind when the client goes away in the middle', async () => {
    const body = multipartBody(
      uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes(250_000) }),
    );
    // The last one lies inside the mark that ends the file.
    for (const length of [10, 500, 100_000, body.length - 20]) {
      const sent = request()
        .head(await uploadHead(body.length))
        .write(body.subarray(0, length));
      await vi.waitFor(() => expect(sent.socket.bytesWritten).toBeGreaterThan(length), 20_000);
      if (length > 50_000) {
        await vi.waitFor(
          async () =>
            expect((await server.storedFiles()).some((file) => file.startsWith(session.id))).toBe(true),
          20_000,
        );
      }
      sent.socket.resetAndDestroy();
      await expectNothingStored();
    }
  });

  it('is given up after a while without a byte, and the connection closed', async () => {
    const body = multipartBody(
      uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes(250_000) }),
    );
    const sent = request()
      .head(await uploadHead(body.length))
      .write(body.subarray(0, 50_000));
    await sent.closed;
    await expectNothingStored();
  });

  it('may be slow, longer than any idle time, as long as it moves', async () => {
    const body = multipartBody(
      uploadParts({ sessionId: session.id, sequence: 0, bytes: someBytes(250_000) }),
    );
    const sent = request().head(await uploadHead(body.length));
    const pieces = 8;
    for (let piece = 0; piece < pieces; piece += 1) {
      const [from, to] = [piece, piece + 1].map((n) => Math.ceil((n * body.length) / pieces));
      sent.write(body.subarray(from, to));
      // The pace of the sender is what this is about.
      await new Promise((resolve) => setTimeout(resolve, (idle * 2) / pieces));
    }
    expect(await sent.answer()).toMatchObject({ status: 200, body: { data: { uploadAudioSegment: {} } } });
  });
});
