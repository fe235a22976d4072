import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '../errors/app-error.js';
import { oneLine } from '../input/plain-characters.js';
import { holdAccount } from '../user/hold-account.js';
import type { Viewer } from '../user/viewer.js';
import { checkTitle } from './check-title.js';
import { splitText } from './split-sentences.js';
import { countWords, titleOf } from './text-figures.js';
import { TextDocument, type Language, type TextSourceKind } from './text-document.entity.js';
import { TextRevision } from './text-revision.entity.js';

/** A text to be read aloud, as plain text. */
export interface NewText {
  /** Null: nobody's; only the command line may say so. */
  readonly owner: Viewer | null;
  /** Made of the first words when it is missing or blank. */
  readonly title?: string | null | undefined;
  readonly language: Language;
  /** Paragraphs are set apart by line breaks. */
  readonly text: string;
  /** Seen by every speaker. Only admins may say so. */
  readonly public?: boolean | undefined;
  readonly sourceKind: TextSourceKind;
  /** A link or a file's name; null for pasted text. */
  readonly source?: string | null | undefined;
}

/**
 * Splits a text into sentences and stores it with its first revision.
 * @throws BAD_USER_INPUT when nothing is left to read or a limit is passed, FORBIDDEN for a speaker who publishes.
 */
export async function createText(em: EntityManager, given: NewText): Promise<TextDocument> {
  if (given.public === true && given.owner !== null && given.owner.group !== 'admin') {
    throw new AppError(
      'FORBIDDEN',
      'Only an admin may publish a text. Leave it private; it stays yours to read.',
    );
  }
  const title = checkTitle(given.title ?? '');
  const paragraphs = splitText(given.text, given.language);
  return em.transactional(async (transaction) => {
    if (given.owner !== null) await holdAccount(transaction, given.owner.id);
    const document = transaction.create(TextDocument, {
      title: title === '' ? titleOf(paragraphs) : title,
      language: given.language,
      sourceKind: given.sourceKind,
      source: oneLine(given.source ?? '') || null,
      owner: given.owner?.id ?? null,
      public: given.public ?? false,
    });
    transaction.create(TextRevision, {
      document,
      number: 1,
      paragraphs,
      sentenceCount: paragraphs.flat().length,
      wordCount: countWords(paragraphs, given.language),
    });
    await transaction.flush();
    return document;
  });
}
