import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aText, aUser } from '../../test/factories.js';
import type { User } from '../user/user.entity.js';
import type { NewText } from './create-text.js';
import { TextDocument } from './text-document.entity.js';
import { currentRevision, findVisibleRevision, findVisibleText, listedTexts } from './visible-texts.js';

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

describe('createText', () => {
  it('stores the text with its first revision, split and counted', async () => {
    const text = await aText(database.em(), speaker, { title: '  My\n harbour ' });
    expect(text).toMatchObject({ title: 'My harbour', language: 'en', public: false, currentRevision: 1 });
    const stored = await database.em().findOneOrFail(TextDocument, text.id);
    const revision = await currentRevision(database.em(), stored);
    expect(revision).toMatchObject({ number: 1, sentenceCount: 3, wordCount: 13 });
    expect(await revision.paragraphs.loadOrFail()).toEqual([
      ['The harbour wakes early.', 'Nets are spread on the quay.'],
      ['Nobody hurries here.'],
    ]);
  });

  it.each([undefined, null, ' \n '])('makes a title of the first words when it is %j', async (title) => {
    expect(await aText(database.em(), speaker, { title })).toMatchObject({
      title: 'The harbour wakes early.',
    });
    const text = 'אבל אין ממהרים ביפו, '.repeat(10);
    const made = await aText(database.em(), speaker, { title, text, language: 'he' });
    expect(made.title.length).toBeLessThanOrEqual(61);
    expect(made.title).toMatch(/^אבל אין ממהרים ביפו, .*[^ ]…$/);
  });

  it('counts a word with gershayim as one', async () => {
    const text = await aText(database.em(), speaker, { text: 'ד"ר כהן נולד בשנת תש"ח.', language: 'he' });
    expect((await currentRevision(database.em(), text)).wordCount).toBe(5);
  });

  const wrong: [string, Partial<NewText>, string][] = [
    ['an empty text', { text: ' ' }, 'BAD_USER_INPUT'],
    ['a title that is too long', { title: 'x'.repeat(201) }, 'BAD_USER_INPUT'],
    ['a speaker who publishes', { public: true }, 'FORBIDDEN'],
  ];

  it.each(wrong)('refuses %s, and stores nothing', async (_case, given, code) => {
    const before = await database.em().count(TextDocument);
    await expect(aText(database.em(), speaker, given)).rejects.toMatchObject({ code });
    expect(await database.em().count(TextDocument)).toBe(before);
  });
});

describe('a text is visible', () => {
  const see = (viewer: User, id: string) =>
    findVisibleText(database.em(), { id: viewer.id, group: viewer.group ?? null }, id);

  it('to its owner and to admins; to everybody when it is public', async () => {
    const mine = await aText(database.em(), speaker);
    const common = await aText(database.em(), admin, { public: true });
    for (const [viewer, text] of [
      [speaker, mine],
      [admin, mine],
      [stranger, common],
    ] as const) {
      expect((await see(viewer, text.id)).id).toBe(text.id);
    }
    for (const id of [mine.id, '00000000-0000-4000-8000-000000000000', 'no id', '']) {
      await expect(see(stranger, id)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: 'This text does not exist, or you have no right to see it.',
      });
    }
  });

  it('with its revisions', async () => {
    const revision = await currentRevision(database.em(), await aText(database.em(), speaker));
    const seenBy = (viewer: User) =>
      findVisibleRevision(database.em(), { id: viewer.id, group: viewer.group ?? null }, revision.id);
    expect((await seenBy(speaker)).id).toBe(revision.id);
    await expect(seenBy(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('but not listed when it was archived', async () => {
    const text = await aText(database.em(), speaker);
    await database.em().execute('update text_documents set archived_at = now() where id = ?', [text.id]);
    const listed = await database
      .em()
      .find(TextDocument, { $and: [{ id: text.id }, listedTexts({ id: speaker.id, group: 'speaker' })] });
    expect(listed).toEqual([]);
    expect((await see(speaker, text.id)).id).toBe(text.id);
  });
});
