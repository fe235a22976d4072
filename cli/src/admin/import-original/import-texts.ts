import { inTransaction } from '@crowd-recital/core/db/in-transaction.js';
import { languages, textSourceKinds, type Language } from '@crowd-recital/core/text/text-document.entity.js';
import { countWords, titleOf } from '@crowd-recital/core/text/text-figures.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportReport } from './import-report.js';
import type { OriginalText } from './original-rows.js';

/** A text as it is to be here, with one revision. */
export interface NewImportedText {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly sourceKind: string;
  readonly source: string | null;
  readonly ownerId: string | null;
  readonly public: boolean;
  readonly archived: boolean;
  readonly paragraphs: readonly (readonly string[])[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Takes over texts, each with one revision: they never changed. Pasted words are not kept a second time as source. */
export async function importTexts(
  em: EntityManager,
  texts: readonly OriginalText[],
  { idOf, report }: { readonly idOf: ReadonlyMap<string, string>; readonly report: ImportReport },
): Promise<void> {
  for (const text of texts) {
    const paragraphs = paragraphsOf(text.text);
    const language = languages.find((known) => known === (text.lang ?? 'he'));
    if (await exists(em, text.id)) {
      report.alreadyHere('texts');
    } else if (paragraphs === undefined) {
      report.notTaken('texts', text.id, 'it holds no sentences');
    } else if (language === undefined) {
      report.notTaken('texts', text.id, `its language is ${String(text.lang)}`);
    } else {
      await insertText(em, {
        id: text.id,
        title: titleFor(text, paragraphs),
        language,
        sourceKind: textSourceKinds.find((known) => known === text.source_type) ?? 'plain-text',
        source: text.source_type === 'plain-text' ? null : text.source,
        ownerId: idOf.get(text.owner_id ?? '') ?? null,
        public: text.public ?? false,
        archived: false,
        paragraphs,
        createdAt: text.created_at,
        updatedAt: text.updated_at,
      });
      report.took('texts');
    }
  }
}

function titleFor({ title }: OriginalText, paragraphs: readonly (readonly string[])[]): string {
  const given = title?.trim() ?? '';
  return given === '' ? titleOf(paragraphs) : given;
}

async function exists(em: EntityManager, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select 1 from text_documents where id = ?', [id])).length > 0;
}

/** @returns the id of its one revision. */
export async function insertText(em: EntityManager, text: NewImportedText): Promise<string> {
  return inTransaction(em, async (transaction) => {
    await transaction.execute(
      `insert into text_documents (id, title, language, source_kind, source, owner_id, public, archived_at,
         created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        text.id,
        text.title,
        text.language,
        text.sourceKind,
        text.source,
        text.ownerId,
        text.public,
        text.archived ? text.updatedAt : null,
        text.createdAt,
        text.updatedAt,
      ],
    );
    const [revision] = await transaction.execute<{ id: string }[]>(
      `insert into text_revisions (document_id, number, paragraphs, sentence_count, word_count, created_at)
       values (?, 1, ?::jsonb, ?, ?, ?) returning id`,
      [
        text.id,
        JSON.stringify(text.paragraphs),
        text.paragraphs.flat().length,
        countWords(text.paragraphs, text.language),
        text.createdAt,
      ],
    );
    return revision?.id ?? '';
  });
}

/** @returns undefined for what is no list of lists of words, or holds none. */
function paragraphsOf(value: unknown): string[][] | undefined {
  if (!Array.isArray(value)) return undefined;
  const paragraphs = value.map((paragraph: unknown) =>
    Array.isArray(paragraph)
      ? paragraph.filter(
          (sentence): sentence is string => typeof sentence === 'string' && sentence.trim() !== '',
        )
      : [],
  );
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0);
  return filled.length === 0 ? undefined : filled;
}
