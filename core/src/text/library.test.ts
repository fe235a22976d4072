import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aText, aUser, limits, textSegment } from '../../test/factories.js';
import { receiveTextSegment } from '../session/receive-text-segment.js';
import type { RecitalSession } from '../session/recital-session.entity.js';
import type { User } from '../user/user.entity.js';
import type { TextEditor } from './change-text.js';
import { deleteText } from './delete-text.js';
import { editText } from './edit-text.js';
import { setArchived, setPublic } from './publish-text.js';
import { lastReadings } from './last-readings.js';
import { readingProgress } from './reading-progress.js';
import type { TextDocument } from './text-document.entity.js';
import { currentRevision, findVisibleRevision, findVisibleText } from './visible-texts.js';

let database: TestDatabase;
let speaker: User;
let admin: TextEditor;

beforeAll(async () => {
  database = await testDatabase();
  speaker = await aUser(database.em());
  admin = { id: (await aUser(database.em(), { group: 'admin' })).id, delegated: false };
});

function editor({ id }: User): TextEditor {
  return { id, delegated: false, onlyOwn: true };
}

async function read(
  session: RecitalSession,
  sequence: number,
  place: { paragraph: number; sentence: number; discarded?: boolean },
): Promise<void> {
  await receiveTextSegment(
    { em: database.em(), limits, finalisationDisabled: true },
    { ...textSegment(session, sequence, place), skipReason: null },
  );
}

async function progress(text: TextDocument, user = speaker) {
  return (await readingProgress(database.em(), user.id, [text.id])).get(text.id);
}

describe('reading progress', () => {
  it('counts each sentence once, over all recitals, and knows the last one', async () => {
    const text = await aText(database.em(), speaker);
    expect(await progress(text)).toBeUndefined();
    const first = await aSession(database.em(), speaker, { text });
    await read(first, 0, { paragraph: 0, sentence: 0 });
    await read(first, 1, { paragraph: 0, sentence: 1, discarded: true });
    const second = await aSession(database.em(), speaker, { text });
    await read(second, 0, { paragraph: 0, sentence: 0 });
    await read(second, 1, { paragraph: 0, sentence: 1 });
    expect(await progress(text)).toMatchObject({ sentencesRead: 2, paragraph: 0, sentence: 1 });
    expect((await progress(text))?.lastReadAt).toBeInstanceOf(Date);
    expect(await progress(text, await aUser(database.em()))).toBeUndefined();
    await database.em().execute('update recital_sessions set disavowed = true where id = ?', [second.id]);
    expect(await progress(text)).toMatchObject({ sentencesRead: 1, sentence: 0 });
  });

  it('goes on behind the later recital, also when an earlier one arrives after it', async () => {
    const text = await aText(database.em(), speaker);
    const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
    const online = await aSession(database.em(), speaker, { text, startedAt: minutesAgo(30) });
    await read(online, 0, { paragraph: 1, sentence: 0 });
    // Another device had no connection when this was read, three hours ago.
    const offline = await aSession(database.em(), speaker, { text, startedAt: minutesAgo(180) });
    await read(offline, 0, { paragraph: 0, sentence: 1 });
    const came = await progress(text);
    expect(came).toMatchObject({ sentencesRead: 2, paragraph: 1, sentence: 0 });
    expect(came?.lastReadAt).toEqual(online.startedAt);
    expect((await lastReadings(database.em(), speaker.id)).get(text.id)).toEqual(online.startedAt);
    // A clock that is wrong leads nowhere beyond the server's.
    const ahead = await aSession(database.em(), speaker, { text, startedAt: minutesAgo(-600) });
    await read(ahead, 0, { paragraph: 0, sentence: 0 });
    expect((await progress(text))?.lastReadAt).toEqual(ahead.createdAt);
  });

  it('survives an edit, for the sentences that are still there', async () => {
    const text = await aText(database.em(), speaker);
    const session = await aSession(database.em(), speaker, { text });
    await read(session, 0, { paragraph: 0, sentence: 0 });
    await read(session, 1, { paragraph: 0, sentence: 1 });
    await editText(database.em(), editor(speaker), {
      textId: text.id,
      expectedRevision: 1,
      paragraphs: [['A new beginning.'], ['The harbour wakes early.', 'Nets are mended on the quay.']],
    });
    expect(await progress(text)).toMatchObject({ sentencesRead: 1, paragraph: 1, sentence: 0 });
  });
});

describe('the owner of a text', () => {
  it('edits, archives and deletes it; recordings keep its words', async () => {
    const text = await aText(database.em(), speaker);
    const revision = await currentRevision(database.em(), text);
    const viewer = { id: speaker.id, group: 'speaker' } as const;
    await setArchived(database.em(), editor(speaker), text.id, true);
    await deleteText(database.em(), editor(speaker), text.id);
    await expect(findVisibleText(database.em(), viewer, text.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(deleteText(database.em(), admin, text.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // A recital that began without a connection arrives all the same.
    expect((await findVisibleRevision(database.em(), viewer, revision.id)).id).toBe(revision.id);
    await aSession(database.em(), speaker, { textRevisionId: revision.id });
  });

  it('is the only one besides admins, and leaves it to them to take a public one away', async () => {
    const text = await aText(database.em(), speaker);
    const stranger = editor(await aUser(database.em()));
    const words = { textId: text.id, expectedRevision: 1, paragraphs: [['Other words.']] };
    await expect(editText(database.em(), stranger, words)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await setPublic(database.em(), admin, text.id, true);
    await expect(editText(database.em(), stranger, words)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(deleteText(database.em(), editor(speaker), text.id)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(setArchived(database.em(), editor(speaker), text.id, true)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await deleteText(database.em(), admin, text.id);
  });
});
