import { beforeAll, describe, expect, it } from 'vitest';
import { aCountedSession } from '../../test/counted.js';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { aSession, aText, aUser } from '../../test/factories.js';
import type { Actor } from '../audit/actor.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { checkTotals } from '../fsck/check-totals.js';
import { RecitalSession } from '../session/recital-session.entity.js';
import { DailyTotals } from '../stats/daily-totals.entity.js';
import type { User } from '../user/user.entity.js';
import { editText } from './edit-text.js';
import { setArchived, setPublic } from './publish-text.js';
import type { TextDocument } from './text-document.entity.js';
import { TextRevision } from './text-revision.entity.js';
import { updateText } from './update-text.js';

let database: TestDatabase;
let admin: User;
let actor: Actor;

beforeAll(async () => {
  database = await testDatabase();
  admin = await aUser(database.em(), { group: 'admin' });
  actor = { id: admin.id, delegated: false };
});

async function acts(text: TextDocument): Promise<string[]> {
  const entries = await database.em().find(AuditEntry, { subjectId: text.id }, { orderBy: { at: 'asc' } });
  return entries.map(({ action }) => action);
}

describe('new words', () => {
  it('are the next revision; recordings that began keep theirs', async () => {
    const text = await aText(database.em(), admin);
    const session = await aSession(database.em(), admin, { text });
    const edited = await editText(database.em(), actor, {
      textId: text.id,
      expectedRevision: 1,
      paragraphs: [['One  is here.', ' '], [], ['Two\nis there.']],
    });
    expect(edited.currentRevision).toBe(2);
    const revisions = await database
      .em()
      .find(TextRevision, { document: text.id }, { orderBy: { number: 'asc' }, populate: ['paragraphs'] });
    expect(revisions.map(({ paragraphs }) => paragraphs.unwrap())).toEqual([
      [['The harbour wakes early.', 'Nets are spread on the quay.'], ['Nobody hurries here.']],
      [['One is here.'], ['Two is there.']],
    ]);
    expect(revisions[1]).toMatchObject({ number: 2, sentenceCount: 2, wordCount: 6 });
    const kept = await database.em().findOneOrFail(RecitalSession, session.id);
    expect(kept.textRevision.id).toBe(revisions[0]?.id);
    expect(await acts(text)).toEqual(['text.edit']);
  });

  it('are refused when they were made from older ones, also of two at once', async () => {
    const text = await aText(database.em(), admin);
    const edit = (words: string) =>
      editText(database.em(), actor, { textId: text.id, expectedRevision: 1, paragraphs: [[words]] });
    const both = await Promise.allSettled([edit('First.'), edit('Second.')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(edit('Third.')).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { currentRevision: 2 },
    });
    expect(await database.em().count(TextRevision, { document: text.id })).toBe(2);
  });

  it.each([
    ['nothing', [[' '], []]],
    ['a sentence without end', [['x'.repeat(2_001)]]],
    ['too many sentences', [Array.from({ length: 2_001 }, () => 'Yes.')]],
  ])('cannot be %s', async (_what, paragraphs) => {
    const text = await aText(database.em(), admin);
    await expect(
      editText(database.em(), actor, { textId: text.id, expectedRevision: 1, paragraphs }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'paragraphs' } });
  });
});

describe('another language', () => {
  it('holds for the recordings and totals of the text, and for those of no other', async () => {
    const speaker = await aUser(database.em());
    const text = await aText(database.em(), speaker);
    await aCountedSession(database.em(), speaker, { text, durationSeconds: 10.001 });
    await aCountedSession(database.em(), speaker, { text, durationSeconds: 20, daysAgo: 1 });
    await aCountedSession(database.em(), speaker, { durationSeconds: 5 });
    const unfinished = await aSession(database.em(), speaker, { text });
    expect(await updateText(database.em(), actor, text.id, { language: 'yi' })).toMatchObject({
      language: 'yi',
      title: 'The harbour',
    });
    const session = await database.em().findOneOrFail(RecitalSession, unfinished.id);
    expect(session.language).toBe('yi');
    expect(await checkTotals(database.em())).toEqual([]);
    const days = await database.em().find(DailyTotals, { user: speaker.id, recordings: { $gt: 0 } });
    expect(days.map(({ language, durationSeconds }) => `${language} ${durationSeconds}`).sort()).toEqual([
      'en 5',
      'yi 10.001',
      'yi 20',
    ]);
  });

  it('is right when recordings of the text are counted at the same moment', async () => {
    const speaker = await aUser(database.em());
    const text = await aText(database.em(), speaker);
    await Promise.all([
      ...[1, 2, 3, 4].map((durationSeconds) =>
        aCountedSession(database.em(), speaker, { text, durationSeconds }),
      ),
      updateText(database.em(), actor, text.id, { language: 'he' }),
    ]);
    expect(await checkTotals(database.em())).toEqual([]);
    expect(await database.em().count(RecitalSession, { user: speaker.id, language: 'en' })).toBe(0);
  });
});

describe('publishing and archiving', () => {
  it('change a text once, and stand in the audit log', async () => {
    const text = await aText(database.em(), admin);
    for (let time = 0; time < 2; time += 1) {
      expect(await setPublic(database.em(), actor, text.id, true)).toMatchObject({ public: true });
    }
    expect(await setPublic(database.em(), actor, text.id, false)).toMatchObject({ public: false });
    expect((await setArchived(database.em(), actor, text.id, true)).archivedAt).toBeInstanceOf(Date);
    expect((await setArchived(database.em(), actor, text.id, false)).archivedAt).toBeNull();
    expect(await acts(text)).toEqual(['text.publish', 'text.unpublish', 'text.archive', 'text.restore']);
  });

  it('find nothing where there is nothing', async () => {
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000']) {
      await expect(setPublic(database.em(), actor, id, true)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(updateText(database.em(), actor, id, { title: 'x' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const text = await aText(database.em(), admin);
    await expect(updateText(database.em(), actor, text.id, { title: ' ' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});
