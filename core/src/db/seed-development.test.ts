import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../test/database.js';
import { agreements } from '../../test/factories.js';
import { AgreementSignature } from '../agreement/agreement-signature.entity.js';
import { TextDocument } from '../text/text-document.entity.js';
import { TextRevision } from '../text/text-revision.entity.js';
import { User } from '../user/user.entity.js';
import { seedDevelopment } from './seed-development.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await Promise.all([
    seedDevelopment(database.connectionString, agreements),
    seedDevelopment(database.connectionString, agreements),
  ]);
});

describe('seedDevelopment', () => {
  it('makes a speaker and an admin', async () => {
    const users = await database.em().find(User, {}, { orderBy: { email: 'asc' } });
    expect(users).toMatchObject([
      { email: 'admin@localhost', group: 'admin', agreementSignedVersion: agreements.version },
      { email: 'speaker@localhost', group: 'speaker', agreementSignedVersion: agreements.version },
    ]);
    expect(await database.em().count(AgreementSignature)).toBe(2);
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
    await seedDevelopment(database.connectionString, agreements);
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

  it('leaves room for the INSERT by which developers have always made their users', async () => {
    await database.em().execute(`
      INSERT INTO users (id, email, email_verified, name, picture, "group", created_at, updated_at)
      VALUES
        (gen_random_uuid(), 'dev-speaker@example.com', true, 'Dev Speaker', '', 'speaker', NOW(), NOW()),
        ('6f0c4f0e-4d0b-4b52-9d53-0f3f8f1c2a11', 'dev-admin@example.com', true, 'Dev Admin', NULL, 'admin', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP);
    `);
    const made = await database.em().find(User, { email: { $like: 'dev-%' } }, { orderBy: { email: 'asc' } });
    expect(made).toMatchObject([
      { email: 'dev-admin@example.com', group: 'admin', tokenVersion: 0, googleSub: null },
      { email: 'dev-speaker@example.com', group: 'speaker', tokenVersion: 0, googleSub: null },
    ]);
    await seedDevelopment(database.connectionString, agreements);
  });
});
