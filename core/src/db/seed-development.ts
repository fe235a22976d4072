import type { EntityManager } from '@mikro-orm/postgresql';
import { splitText } from '../text/split-sentences.js';
import { countWords } from '../text/text-figures.js';
import type { UserGroup } from '../user/user.entity.js';
import { createOrm } from './orm.js';
import { englishSample } from './sample-texts/english.js';
import { hebrewSample } from './sample-texts/hebrew.js';
import type { SampleText } from './sample-texts/sample-text.js';
import { yiddishSample } from './sample-texts/yiddish.js';

/** The users whom the sign-in page of development mode offers. */
export const developmentUsers: readonly {
  readonly email: string;
  readonly name: string;
  readonly group: UserGroup;
}[] = [
  { email: 'speaker@localhost', name: 'Noa the Speaker', group: 'speaker' },
  { email: 'admin@localhost', name: 'Amos the Admin', group: 'admin' },
];

/** Public texts, one in each language. */
export const sampleTexts: readonly SampleText[] = [hebrewSample, yiddishSample, englishSample];

/**
 * Puts the development users and the sample texts into a migrated database. Only for development mode.
 * What is there stays as it is, so that it can run at every start, also twice at once.
 */
export async function seedDevelopment(connectionString: string): Promise<void> {
  const orm = await createOrm({ connectionString, poolSize: 1 });
  try {
    await orm.em.fork().transactional(async (transaction) => {
      for (const user of developmentUsers) {
        await transaction.execute(
          `insert into users (email, email_verified, name, "group") values (?, true, ?, ?) on conflict do nothing`,
          [user.email, user.name, user.group],
        );
      }
      for (const sample of sampleTexts) await seedText(transaction, sample);
    });
  } finally {
    await orm.close(true);
  }
}

async function seedText(transaction: EntityManager, sample: SampleText): Promise<void> {
  const paragraphs = splitText(sample.text, sample.language);
  await transaction.execute(
    `insert into text_documents (id, title, language, source_kind, public)
     values (?, ?, ?, 'plain-text', true) on conflict do nothing`,
    [sample.id, sample.title, sample.language],
  );
  await transaction.execute(
    `insert into text_revisions (id, document_id, number, paragraphs, sentence_count, word_count)
     values (?, ?, 1, ?::jsonb, ?, ?) on conflict do nothing`,
    [
      sample.revisionId,
      sample.id,
      JSON.stringify(paragraphs),
      paragraphs.flat().length,
      countWords(paragraphs, sample.language),
    ],
  );
}
