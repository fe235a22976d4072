import { disavowSession } from '@crowd-recital/core/session/disavow-session.js';
import { AudioSegment } from '@crowd-recital/core/session/audio-segment.entity.js';
import { RecitalSession } from '@crowd-recital/core/session/recital-session.entity.js';
import { SetAsideAudio, SetAsideText } from '@crowd-recital/core/session/set-aside.entity.js';
import { newSessionId } from '@crowd-recital/core/session/session-id.js';
import { TextSegment } from '@crowd-recital/core/session/text-segment.entity.js';
import { TextDocument } from '@crowd-recital/core/text/text-document.entity.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { aSession, aText, aUser, someBytes } from '@crowd-recital/core/test/factories.js';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../test/client.js';
import { testServer } from '../../test/server.js';

const server = await testServer({ environment: { MAX_SEGMENT_BYTES: '100000' } });
const { database } = server;
const speaker = await aUser(database.em());
const text = await aText(database.em(), speaker);
const { id: textRevisionId } = await currentRevision(database.em(), text);
const client = server.as(speaker);

async function freshSession(): Promise<string> {
  return (await aSession(database.em(), speaker, { textRevisionId })).id;
}

/** Rows of every kind, the version of all content, and files. */
async function everything(): Promise<unknown> {
  const em = database.em();
  const counts: number[] = [];
  for (const entity of [
    RecitalSession,
    AudioSegment,
    TextSegment,
    SetAsideAudio,
    SetAsideText,
    TextDocument,
  ]) {
    counts.push(await em.count(entity as typeof RecitalSession));
  }
  const [content] = await em.execute(
    'select sum(content_version) as versions, count(ended_at) as ends from recital_sessions',
  );
  return [counts, content, await server.storedFiles()];
}

/** The call is refused by `code` (and `field`), and nothing anywhere is other than before. */
async function expectRefusal(
  call: () => Promise<Answer<unknown>>,
  code: string,
  field?: string,
): Promise<void> {
  const before = await everything();
  const answer = await call();
  expect(answer.code).toBe(code);
  if (field !== undefined) expect(answer.errors[0]?.extensions.field).toBe(field);
  expect(answer.data ?? null).toBeNull();
  expect(await everything()).toEqual(before);
}

const readSentence = `mutation ($sessionId: ID!, $sequence: Int!, $paragraph: Int!, $sentence: Int!, $seekStart: Float!, $seekEnd: Float!) {
  uploadTextSegment(sessionId: $sessionId, sequence: $sequence, paragraph: $paragraph, sentence: $sentence, seekStart: $seekStart, seekEnd: $seekEnd) { sequence text }
}`;
const end = `mutation ($sessionId: ID!, $audio: Int! = 1, $text: Int! = 1, $seconds: Float! = 10, $discarded: [Int!]! = [], $reason: SessionEndReason! = FINISHED) {
  endSession(sessionId: $sessionId, audioSegments: $audio, textSegments: $text, durationSeconds: $seconds, discardedSequences: $discarded, endReason: $reason) { id status }
}`;

function reading(sessionId: string, given: Record<string, unknown> = {}): Record<string, unknown> {
  return { sessionId, sequence: 0, paragraph: 0, sentence: 0, seekStart: 0, seekEnd: 1, ...given };
}

describe('uploadAudioSegment', () => {
  it.each([
    [
      'a kind of audio that nobody can finish',
      { mimeType: 'audio/midi' },
      'UNSUPPORTED_MEDIA_TYPE',
      'mimeType',
    ],
    ['something that is no audio', { mimeType: 'text/html' }, 'UNSUPPORTED_MEDIA_TYPE', 'mimeType'],
    [
      'another container than the recital began with',
      { mimeType: 'audio/mp4' },
      'BAD_USER_INPUT',
      'mimeType',
    ],
    ['no bytes', { bytes: Buffer.alloc(0) }, 'BAD_USER_INPUT', 'byteLength'],
    ['fewer bytes than announced', { byteLength: 2_001 }, 'BAD_USER_INPUT', 'byteLength'],
    ['more bytes than announced', { byteLength: 1_999 }, 'BAD_USER_INPUT', 'byteLength'],
    ['another hash', { sha256: 'a'.repeat(64) }, 'BAD_USER_INPUT', 'sha256'],
    ['something that is no hash', { sha256: '../../etc/passwd' }, 'BAD_USER_INPUT', 'sha256'],
    ['a negative sequence', { sequence: -1 }, 'BAD_USER_INPUT', 'sequence'],
    ['a sequence beyond any recital', { sequence: 1_000_000 }, 'BAD_USER_INPUT', 'sequence'],
    ['a sequence that is no number', { sequence: 'x' as never }, 'BAD_USER_INPUT', undefined],
    ['too many bytes', { bytes: Buffer.alloc(100_001) }, 'PAYLOAD_TOO_LARGE', undefined],
  ])('with %s', async (_what, given, code, field) => {
    const sessionId = await freshSession();
    await expectRefusal(
      () => client.upload({ sessionId, sequence: 0, bytes: someBytes(2_000), ...given }),
      code,
      field,
    );
  });

  it.each([
    ['nobody', () => newSessionId()],
    ['a path', () => '../../../etc/passwd'],
    ['a long one', () => 'x'.repeat(4_096)],
    ['a zero', () => 'a\0b'],
  ])('into a session that is not there: %s', async (_what, sessionId) => {
    await expectRefusal(
      () => client.upload({ sessionId: sessionId(), sequence: 0, bytes: someBytes() }),
      'NOT_FOUND',
    );
  });

  it('without a file', async () => {
    const sessionId = await freshSession();
    const query = `mutation ($audio: Upload!) { uploadAudioSegment(sessionId: "${sessionId}", sequence: 0, byteLength: 1, sha256: "", mimeType: "audio/webm", audio: $audio) { sequence } }`;
    await expectRefusal(() => client.query(query, { audio: 'bytes' }), 'BAD_USER_INPUT');
    await expectRefusal(() => client.query(query, { audio: null }), 'BAD_USER_INPUT');
  });

  it('with other bytes than those that are there: the first stay, the second are set aside', async () => {
    const sessionId = await freshSession();
    const first = someBytes();
    const second = someBytes();
    await client.upload({ sessionId, sequence: 0, bytes: first });
    const answer = await client.upload({ sessionId, sequence: 0, bytes: second });
    expect(answer.code).toBe('CONFLICT');
    expect(await database.em().count(SetAsideAudio, { session: sessionId })).toBe(1);
    const again = await client.upload({ sessionId, sequence: 0, bytes: first });
    expect(again.errors).toEqual([]);
  });
});

describe('uploadTextSegment', () => {
  it.each([
    ['a time before the beginning', { seekStart: -1 }, 'BAD_USER_INPUT', 'seekStart'],
    ['an end before its beginning', { seekStart: 2, seekEnd: 1 }, 'BAD_USER_INPUT', 'seekEnd'],
    ['a time beyond any recital', { seekEnd: 1e9 }, 'BAD_USER_INPUT', 'seekEnd'],
    ['a time that is no number', { seekStart: 'NaN' }, 'BAD_USER_INPUT', undefined],
    ['a paragraph that the text does not have', { paragraph: 9 }, 'BAD_USER_INPUT', 'sentence'],
    ['a sentence that the text does not have', { sentence: 9 }, 'BAD_USER_INPUT', 'sentence'],
    ['a negative sentence', { sentence: -1 }, 'BAD_USER_INPUT', 'sentence'],
    ['a negative sequence', { sequence: -1 }, 'BAD_USER_INPUT', 'sequence'],
    ['a session that is not there', { sessionId: 'nobodys' }, 'NOT_FOUND', undefined],
  ])('with %s', async (_what, given, code, field) => {
    const sessionId = await freshSession();
    await expectRefusal(() => client.query(readSentence, reading(sessionId, given)), code, field);
  });

  it('with times that only JSON or GraphQL can write', async () => {
    const sessionId = await freshSession();
    const variables = JSON.stringify(reading(sessionId)).replace('"seekEnd":1', '"seekEnd":1e999');
    await expectRefusal(
      () =>
        client.send(`{"query":${JSON.stringify(readSentence)},"variables":${variables}}`, {
          'content-type': 'application/json',
        }),
      'BAD_USER_INPUT',
    );
    const literal = readSentence
      .replace('seekEnd: $seekEnd', 'seekEnd: 1e999')
      .replace(', $seekEnd: Float!', '');
    const others = { ...reading(sessionId), seekEnd: undefined };
    await expectRefusal(() => client.query(literal, others), 'BAD_USER_INPUT', 'seekEnd');
  });

  it('with another reading than the one that is there: the first stays, the second is set aside', async () => {
    const sessionId = await freshSession();
    await client.data(readSentence, reading(sessionId));
    expect((await client.query(readSentence, reading(sessionId, { seekEnd: 3 }))).code).toBe('CONFLICT');
    expect(await client.data(readSentence, reading(sessionId))).toMatchObject({
      uploadTextSegment: { text: 'The harbour wakes early.' },
    });
  });
});

describe('a session that was wished away', () => {
  it('takes nothing any more', async () => {
    const sessionId = await freshSession();
    await disavowSession(database.em(), { viewer: { id: speaker.id, group: 'speaker' }, sessionId });
    await expectRefusal(() => client.upload({ sessionId, sequence: 0, bytes: someBytes() }), 'NOT_FOUND');
    await expectRefusal(() => client.query(readSentence, reading(sessionId)), 'NOT_FOUND');
    await expectRefusal(() => client.query(end, { sessionId }), 'NOT_FOUND');
    await expectRefusal(
      () => client.query(`mutation { keepSessionAlive(sessionId: "${sessionId}") { id } }`),
      'NOT_FOUND',
    );
    await expectRefusal(
      () =>
        client.query(
          `mutation { discardTextSegments(sessionId: "${sessionId}", sequences: [0]) { sequence } }`,
        ),
      'NOT_FOUND',
    );
  });
});

describe('endSession', () => {
  it.each([
    ['a negative count', { audio: -1 }, 'audioSegments'],
    ['more segments than any recital has', { audio: 1_000_000 }, 'audioSegments'],
    ['a negative duration', { seconds: -1 }, 'durationSeconds'],
    ['a duration beyond any recital', { seconds: 1e7 }, 'durationSeconds'],
    ['a discarded reading that is none of it', { discarded: [5] }, 'discardedSequences'],
    ['the reason that is the server’s', { reason: 'ABANDONED' }, 'endReason'],
  ])('with %s', async (_what, given, field) => {
    const sessionId = await freshSession();
    await expectRefusal(() => client.query(end, { sessionId, ...given }), 'BAD_USER_INPUT', field);
  });

  it('again with the same values is the same answer, with others a conflict', async () => {
    const sessionId = await freshSession();
    const first = await client.data(end, { sessionId });
    expect(await client.data(end, { sessionId })).toEqual(first);
    await expectRefusal(() => client.query(end, { sessionId, audio: 2 }), 'CONFLICT');
    await expectRefusal(() => client.query(end, { sessionId, text: 2 }), 'CONFLICT');
    await expectRefusal(() => client.query(end, { sessionId, seconds: 11 }), 'CONFLICT');
  });
});

describe('createSession', () => {
  const begin = `mutation ($key: String!, $revision: ID!, $startedAt: DateTime! = "2026-11-22T20:00:00Z", $capture: CaptureInput! = { mimeType: "audio/webm" }) {
    createSession(clientKey: $key, textRevisionId: $revision, startedAt: $startedAt, capture: $capture) { id status }
  }`;

  it.each([
    ['a short key', { key: 'x' }, 'BAD_USER_INPUT'],
    ['a key with a zero in it', { key: 'abcdefgh\0' }, 'BAD_USER_INPUT'],
    ['a text that is not there', { revision: randomUUID() }, 'NOT_FOUND'],
    ['a text id that can be none', { revision: "'; drop table users" }, 'NOT_FOUND'],
    ['a time that is none', { startedAt: 'yesterday' }, 'BAD_USER_INPUT'],
    ['something that is no audio', { capture: { mimeType: 'video/webm' } }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a rate that cannot be', { capture: { mimeType: 'audio/webm', sampleRate: -1 } }, 'BAD_USER_INPUT'],
  ])('with %s', async (_what, given, code) => {
    await expectRefusal(
      () => client.query(begin, { key: randomUUID(), revision: textRevisionId, ...given }),
      code,
    );
  });

  it('keeps strange names of devices harmless', async () => {
    const capture = { mimeType: 'audio/webm', deviceLabel: 'a\0b\ud800', userAgent: 'x'.repeat(5_000) };
    const answer = await client.query(begin, { key: randomUUID(), revision: textRevisionId, capture });
    expect(answer.errors).toEqual([]);
  });

  it('again by the same key gives the same session', async () => {
    const variables = { key: randomUUID(), revision: textRevisionId };
    const first = await client.data(begin, variables);
    expect(await client.data(begin, variables)).toEqual(first);
  });
});

describe('createTextFromPlainText', () => {
  const create = `mutation ($input: PlainTextInput!) { createTextFromPlainText(input: $input) { id title public currentRevision { paragraphs } } }`;

  it.each([
    ['nothing to read', { text: '  \n\n ' }, 'BAD_USER_INPUT'],
    ['too long a title', { text: 'One.', title: 'x'.repeat(1_000) }, 'BAD_USER_INPUT'],
    ['the wish of a speaker to publish', { text: 'One.', public: true }, 'FORBIDDEN'],
  ])('with %s', async (_what, given, code) => {
    await expectRefusal(() => client.query(create, { input: { language: 'EN', ...given } }), code);
  });

  it('keeps strange characters out of what is stored', async () => {
    const answer = await client.query(create, {
      input: { language: 'EN', text: 'One\0 two. \ud800 three.' },
    });
    expect(answer.code ?? 'stored').toMatch(/stored|BAD_USER_INPUT/);
  });
});

describe('ids and searches that cannot be', () => {
  it.each([
    ['text', '{ text(id: "x") { id } }'],
    ['session', '{ session(id: "../x") { id } }'],
    ['session with a zero', '{ session(id: "a\\u0000b") { id } }'],
    ['uploadState', '{ sessionUploadState(sessionId: "💥") { status } }'],
  ])('%s', async (_what, query) => {
    await expectRefusal(() => client.query(query), 'NOT_FOUND');
  });

  it('find nothing, and break nothing', async () => {
    const { data } = await client.query(
      `{ sessions(filter: { userId: "x", textId: "y" }) { edges { cursor } totalCount } texts(filter: { search: "%_\\\\" }) { edges { cursor } } }`,
    );
    expect(data).toEqual({ sessions: { edges: [], totalCount: 0 }, texts: { edges: [] } });
    await expectRefusal(
      () => client.query('{ texts(filter: { search: "\\u0000" }) { totalCount } }'),
      'BAD_USER_INPUT',
    );
  });
});
