import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aText, aUser } from '../../test/factories.js';
import { currentRevision } from '../text/visible-texts.js';
import type { User } from '../user/user.entity.js';
import type { CaptureSettings } from './capture-settings.js';
import type { NewSession } from './create-session.js';
import { disavowSession } from './disavow-session.js';
import { RecitalSession } from './recital-session.entity.js';
import { isSessionId, newSessionId } from './session-id.js';
import { findVisibleSession, listedSessions } from './visible-sessions.js';

let database: TestDatabase;
let speaker: User;
let stranger: User;
let admin: User;

beforeAll(async () => {
  database = await testDatabase();
  speaker = await aUser(database.em());
  stranger = await aUser(database.em());
  admin = await aUser(database.em(), { group: 'admin' });
});

describe('the id of a session', () => {
  it('has 21 characters and never begins with a hyphen', () => {
    for (let count = 0; count < 2_000; count++) expect(isSessionId(newSessionId())).toBe(true);
    expect(isSessionId('-1StGXR8_Z5jdHi6B-myT')).toBe(false);
    expect(isSessionId('V1StGXR8_Z5jdHi6B-myT/')).toBe(false);
    expect(isSessionId('')).toBe(false);
  });
});

describe('createSession', () => {
  it('begins an active session of the revision that is read', async () => {
    const session = await aSession(database.em(), speaker);
    expect(session).toMatchObject({ status: 'active', kept: false, disavowed: false, contentVersion: 0 });
    expect(session.capture).toMatchObject({ mimeType: 'audio/webm;codecs=opus', sampleRate: 48_000 });
    expect(session.user.id).toBe(speaker.id);
  });

  it('is one session however often, and however much at once, it is told', async () => {
    const text = await aText(database.em(), speaker);
    const given = { text, clientKey: 'the-same-key' };
    const sessions = await Promise.all(
      Array.from({ length: 10 }, () => aSession(database.em(), speaker, given)),
    );
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(1);
    const later = await aSession(database.em(), speaker, { ...given, startedAt: new Date(0) });
    expect(later.id).toBe(sessions[0]?.id);
    expect(await database.em().count(RecitalSession, { clientKey: 'the-same-key' })).toBe(1);
  });

  it('takes the same key of another speaker for another session', async () => {
    const text = await aText(database.em(), admin, { public: true });
    const mine = await aSession(database.em(), speaker, { text, clientKey: 'shared-key' });
    const theirs = await aSession(database.em(), stranger, { text, clientKey: 'shared-key' });
    expect(mine.id).not.toBe(theirs.id);
  });

  it('refuses a key that began a recital of another text', async () => {
    await aSession(database.em(), speaker, { clientKey: 'taken-key' });
    await expect(aSession(database.em(), speaker, { clientKey: 'taken-key' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it("refuses another speaker's private text, as one that does not exist", async () => {
    const text = await aText(database.em(), stranger);
    const foreign = await currentRevision(database.em(), text);
    for (const textRevisionId of [foreign.id, '00000000-0000-4000-8000-000000000000', "1' or '1'='1"]) {
      await expect(aSession(database.em(), speaker, { textRevisionId })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'This text does not exist, or you have no right to see it.',
      });
    }
  });

  it('goes on with a text that was archived meanwhile', async () => {
    const text = await aText(database.em(), admin, { public: true });
    const revision = await currentRevision(database.em(), text);
    await database.em().execute('update text_documents set archived_at = now() where id = ?', [text.id]);
    await expect(aSession(database.em(), speaker, { textRevisionId: revision.id })).resolves.toMatchObject({
      status: 'active',
    });
  });

  const capture: CaptureSettings = { mimeType: 'audio/webm' };
  const wrong: [string, Partial<NewSession>, string][] = [
    ['a key that is too short', { clientKey: 'short' }, 'BAD_USER_INPUT'],
    ['a key with blanks', { clientKey: 'with a blank' }, 'BAD_USER_INPUT'],
    ['no time', { startedAt: new Date(NaN) }, 'BAD_USER_INPUT'],
    ['a time before computers', { startedAt: new Date(-1e15) }, 'BAD_USER_INPUT'],
    ['a type that cannot be read', { capture: { mimeType: 'video/x-matroska' } }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['NaN as sample rate', { capture: { ...capture, sampleRate: NaN } }, 'BAD_USER_INPUT'],
    ['a negative count of channels', { capture: { ...capture, channelCount: -1 } }, 'BAD_USER_INPUT'],
  ];

  it.each(wrong)('refuses %s', async (_case, given, code) => {
    await expect(aSession(database.em(), speaker, given)).rejects.toMatchObject({ code });
  });

  it('stores names of devices as one line, whatever a browser sends', async () => {
    const session = await aSession(database.em(), speaker, {
      capture: { ...capture, deviceLabel: ` My\0 mic\n${'x'.repeat(500)}`, userAgent: 'half \ud83d' },
    });
    expect(session.capture.deviceLabel).toMatch(/^My mic x+$/);
    expect(session.capture.deviceLabel?.length).toBeLessThanOrEqual(300);
    expect(session.capture.userAgent).toBe('half');
  });
});

describe('a session is visible', () => {
  const see = (viewer: User, id: string) =>
    findVisibleSession(database.em(), { id: viewer.id, group: viewer.group ?? null }, id);

  it('to its speaker and to admins, and to nobody else', async () => {
    const session = await aSession(database.em(), speaker);
    expect((await see(speaker, session.id)).id).toBe(session.id);
    expect((await see(admin, session.id)).id).toBe(session.id);
    for (const id of [session.id, newSessionId(), 'no id']) {
      await expect(see(stranger, id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'This session does not exist, or you have no right to see it.',
        details: {},
      });
    }
  });

  it('to its speaker until it is discarded, to admins even then', async () => {
    const session = await aSession(database.em(), speaker);
    await disavowSession(database.em(), {
      viewer: { id: speaker.id, group: 'speaker' },
      sessionId: session.id,
    });
    expect(await see(speaker, session.id)).toMatchObject({ disavowed: true });
    await database
      .em()
      .execute(`update recital_sessions set status = 'discarded' where id = ?`, [session.id]);
    await expect(see(speaker, session.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await see(admin, session.id)).toMatchObject({ status: 'discarded' });
  });

  it('but not listed when nothing was recorded in it', async () => {
    const reader = await aUser(database.em());
    const empty = await aSession(database.em(), reader);
    const going = await aSession(database.em(), reader);
    await database.em().execute(`update recital_sessions set end_reason = 'empty' where id = ?`, [empty.id]);
    const listed = await database.em().find(RecitalSession, {
      $and: [{ user: reader.id }, listedSessions({ id: reader.id, group: 'speaker' })],
    });
    expect(listed.map(({ id }) => id)).toEqual([going.id]);
    expect((await see(reader, empty.id)).id).toBe(empty.id);
  });
});
