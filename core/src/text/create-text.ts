import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../db/in-transaction.js';
import type { Viewer } from '../user/viewer.js';
import { checkTitle } from './check-title.js';
import { cleanPlainText } from './clean/clean-plain-text.js';
import { splitText } from './split-sentences.js';
import { checkMayPublish, storeTexts } from './store-texts.js';
import { titleOf } from './text-figures.js';
import type { Language, TextDocument, TextSourceKind } from './text-document.entity.js';

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
 * Cleans a text, splits it into sentences and stores it with its first revision.
 * @param room - sentences that one speaker may store.
 * @throws BAD_USER_INPUT when nothing is left to read or a limit is passed, FORBIDDEN for a speaker who publishes,
 * CONFLICT for one who has stored too much.
 */
export async function createText(em: EntityManager, given: NewText, room = Infinity): Promise<TextDocument> {
  const { owner, language, sourceKind } = given;
  const origin = { owner, language, sourceKind, public: given.public ?? false, source: given.source ?? null };
  checkMayPublish(origin);
  const title = checkTitle(given.title ?? '');
  const paragraphs = splitText(cleanPlainText(given.text), language);
  const words = { title: title === '' ? titleOf(paragraphs) : title, paragraphs };
  return inTransaction(em, async (transaction) => {
    const [document] = await storeTexts(transaction, origin, [words], room);
    if (document === undefined) throw new Error('One text was to be stored, and none was.');
    return document;
  });
}
