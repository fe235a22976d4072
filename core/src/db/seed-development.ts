import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from './in-transaction.js';
import type { Agreements } from '../agreement/agreements.js';
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
 * Puts the development users, who have agreed to the terms, and the sample texts into a migrated database. Only for
 * development mode. What is there stays as it is, so that it can run at every start, also twice at once.
 */
export async function seedDevelopment(connectionString: string, agreements: Agreements): Promise<void> {
  const orm = await createOrm({ connectionString, poolSize: 1 });
  try {
    await inTransaction(orm.em.fork(), async (transaction) => {
      for (const user of developmentUsers) await seedUser(transaction, user, agreements);
      for (const sample of sampleTexts) await seedText(transaction, sample);
    });
  } finally {
    await orm.close(true);
  }
}

async function seedUser(
  transaction: EntityManager,
  user: (typeof developmentUsers)[number],
  agreements: Agreements,
): Promise<void> {
  const { version, language, sha256 } = agreements.in('en');
  await transaction.execute(
    `with seeded as (
       insert into users (email, email_verified, name, "group", agreement_signed_version, agreement_signed_at)
       values (?, true, ?, ?, ?, now()) on conflict do nothing returning id
     )
     insert into agreement_signatures (user_id, version, language, sha256) select id, ?, ?, ? from seeded`,
    [user.email, user.name, user.group, version, version, language, sha256],
  );
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
