import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { TextDocument } from '../text/text-document.entity.js';
import { TextRevision } from '../text/text-revision.entity.js';
import { User } from '../user/user.entity.js';
import { seedDevelopment } from './seed-development.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await Promise.all([seedDevelopment(database.connectionString), seedDevelopment(database.connectionString)]);
});

describe('seedDevelopment', () => {
  it('makes a speaker and an admin', async () => {
    const users = await database.em().find(User, {}, { orderBy: { email: 'asc' } });
    expect(users).toMatchObject([
      { email: 'admin@localhost', group: 'admin' },
      { email: 'speaker@localhost', group: 'speaker' },
    ]);
  });

  it('makes a public text of several paragraphs and at least 20 sentences in each language', async () => {
    const texts = await database.em().find(TextDocument, {}, { orderBy: { language: 'asc' } });
    expect(texts.map((text) => [text.language, text.public])).toEqual([
      ['en', true],
      ['he', true],
      ['yi', true],
    ]);
    const revisions = await database.em().find(TextRevision, {}, { populate: ['paragraphs'] });
    expect(revisions).toHaveLength(3);
    for (const revision of revisions) {
      const paragraphs = await revision.paragraphs.loadOrFail();
      expect(paragraphs.length).toBeGreaterThanOrEqual(5);
      expect(paragraphs.flat()).toHaveLength(revision.sentenceCount);
      expect(revision.sentenceCount).toBeGreaterThanOrEqual(20);
      expect(revision.wordCount).toBeGreaterThan(200);
    }
  });

  it('changes nothing that a developer changed', async () => {
    const em = database.em();
    await em.nativeUpdate(User, { email: 'speaker@localhost' }, { name: 'Somebody', group: null });
    await em.nativeUpdate(TextDocument, { language: 'he' }, { title: 'אחר', public: false });
    await seedDevelopment(database.connectionString);
    expect(await database.em().findOneOrFail(User, { email: 'speaker@localhost' })).toMatchObject({
      name: 'Somebody',
      group: null,
    });
    expect(await database.em().findOneOrFail(TextDocument, { language: 'he' })).toMatchObject({
      title: 'אחר',
      public: false,
    });
    expect(await database.em().count(User)).toBe(2);
    expect(await database.em().count(TextDocument)).toBe(3);
  });
});
