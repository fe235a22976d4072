import type { EntityManager } from '@mikro-orm/postgresql';
import { badInput } from '../../errors/app-error.js';
import { isUuid } from '../../input/is-uuid.js';
import { oneLine } from '../../input/plain-characters.js';
import { enqueue } from '../../queue/enqueue.js';
import { holdAccount } from '../../user/hold-account.js';
import type { Viewer } from '../../user/viewer.js';
import { checkTitle } from '../check-title.js';
import { checkRoom } from '../room-for-texts.js';
import { checkMayPublish } from '../store-texts.js';
import type { Language } from '../text-document.entity.js';
import { largestFileBytes, TextRefusedError } from '../text-refusal.js';
import { readArticleLink } from '../wiki/article-link.js';
import { fileFormat } from './file-format.js';
import { TextImport, type ImportSourceKind } from './text-import.entity.js';

/** What is to be known of a text that is taken in from somewhere. */
interface ImportOrder {
  /** Null: nobody's; only the command line may say so. */
  readonly owner: Viewer | null;
  /** The source's own when it is missing or blank. */
  readonly title?: string | null | undefined;
  /** Seen by every speaker. Only admins may say so. */
  readonly public?: boolean | null | undefined;
  /** A UUID that the client chose for everything that it sends together. */
  readonly batch?: string | null | undefined;
}

/** A file as it was sent. */
export interface FileToImport extends ImportOrder {
  readonly name: string;
  readonly language: Language;
  readonly content: Buffer;
}

/** An article. */
export interface ArticleToImport extends ImportOrder {
  readonly url: string;
}

/** How much one speaker may have: sentences stored, and imports that wait or run. */
export interface ImportLimits {
  readonly speakerSentences: number;
  readonly openImports: number;
}

/**
 * Orders an article to be taken in. What can be told without asking the wiki is told at once.
 * @throws TextRefusedError, BAD_USER_INPUT, FORBIDDEN for a speaker who publishes.
 */
export async function importArticle(
  em: EntityManager,
  order: ArticleToImport,
  limits: ImportLimits,
): Promise<TextImport> {
  const { language } = readArticleLink(order.url);
  return placeOrder(em, order, { sourceKind: 'wiki-article', source: order.url.trim(), language }, limits);
}

/**
 * Orders a file to be taken in; it is kept until that is done.
 * @throws TextRefusedError, BAD_USER_INPUT, FORBIDDEN for a speaker who publishes.
 */
export async function importFile(
  em: EntityManager,
  order: FileToImport,
  limits: ImportLimits,
): Promise<TextImport> {
  const { name, language, content } = order;
  fileFormat(name);
  if (content.length === 0) throw new TextRefusedError('nothing-to-read', 'file');
  if (content.length > largestFileBytes) throw new TextRefusedError('too-large', 'file');
  const source = oneLine(name.replace(/^.*[/\\]/, '')).slice(-200);
  return placeOrder(em, order, { sourceKind: 'file-upload', source, language, content }, limits);
}

interface ImportSource {
  readonly sourceKind: ImportSourceKind;
  readonly source: string;
  readonly language: Language;
  readonly content?: Buffer;
}

async function placeOrder(
  em: EntityManager,
  { owner, title, batch, public: isPublic }: ImportOrder,
  source: ImportSource,
  { speakerSentences, openImports }: ImportLimits,
): Promise<TextImport> {
  checkMayPublish({ owner, public: isPublic ?? false });
  const line = checkTitle(title ?? '');
  if (typeof batch === 'string' && !isUuid(batch)) throw badInput('batch', 'A batch is named by a UUID.');
  return em.transactional(async (transaction) => {
    if (owner !== null) {
      await holdAccount(transaction, owner.id);
      await checkRoom(transaction, owner, 1, speakerSentences);
      await checkOpenImports(transaction, owner, openImports);
    }
    const id = await transaction.insert(TextImport, {
      ...source,
      content: source.content ?? null,
      owner: owner?.id ?? null,
      batch: batch ?? null,
      title: line === '' ? null : line,
      public: isPublic ?? false,
    });
    await enqueue(transaction, 'import-text', { importId: id });
    return transaction.findOneOrFail(TextImport, id);
  });
}

/** Admins take in whole libraries. */
async function checkOpenImports(em: EntityManager, owner: Viewer, most: number): Promise<void> {
  if (owner.group === 'admin') return;
  const open = await em.count(TextImport, { owner: owner.id, finishedAt: null });
  if (open >= most) throw new TextRefusedError('too-many-imports');
}
