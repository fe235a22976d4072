import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { inTransaction } from '../../db/in-transaction.js';
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
import { largestFileBytes, TextRefusedError, type TextRefusal } from '../text-refusal.js';
import { readArticleLink } from '../wiki/article-link.js';
import { fileFormat } from './file-format.js';
import { TextImport, type ImportSourceKind } from './text-import.entity.js';

/** Links that are taken at once: a page of them, not a whole wiki. */
export const mostLinks = 500;

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

/** Many articles at once; each keeps its own title. */
export interface ArticlesToImport extends Omit<ImportOrder, 'title'> {
  readonly urls: readonly string[];
}

/** What became of one of many links: an import that is on its way, or why it is none. */
export type LinkOutcome =
  | { readonly link: string; readonly order: TextImport }
  | { readonly link: string; readonly refusal: TextRefusal };

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
 * Orders many articles to be taken in, in one transaction. A link that leads to none does not keep the others.
 * @returns one outcome for each link, in their order.
 * @throws TextRefusedError for a speaker who has no room, BAD_USER_INPUT, FORBIDDEN for a speaker who publishes.
 */
export async function importArticles(
  em: EntityManager,
  { urls, ...order }: ArticlesToImport,
  limits: ImportLimits,
): Promise<LinkOutcome[]> {
  if (urls.length === 0 || urls.length > mostLinks) {
    throw badInput('urls', `Send 1 to ${mostLinks} links at once.`);
  }
  const read = urls.map((url) => readLink(url));
  const sources = read.filter((each): each is ImportSource => typeof each === 'object');
  const placed = await placeOrders(em, order, sources, limits);
  return urls.flatMap((link, index): LinkOutcome[] => {
    const source = read[index];
    if (typeof source === 'string') return [{ link, refusal: source }];
    return placed.splice(0, 1).map((each) => ({ link, order: each }));
  });
}

function readLink(url: string): ImportSource | TextRefusal {
  try {
    return { sourceKind: 'wiki-article', source: url.trim(), language: readArticleLink(url).language };
  } catch (error) {
    if (error instanceof TextRefusedError) return error.refusal;
    throw error;
  }
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
  order: ImportOrder,
  source: ImportSource,
  limits: ImportLimits,
): Promise<TextImport> {
  const [placed] = await placeOrders(em, order, [source], limits);
  if (placed === undefined) throw new Error('An import was placed, and is not there.');
  return placed;
}

async function placeOrders(
  em: EntityManager,
  { owner, title, batch, public: isPublic }: ImportOrder,
  sources: readonly ImportSource[],
  { speakerSentences, openImports }: ImportLimits,
): Promise<TextImport[]> {
  checkMayPublish({ owner, public: isPublic ?? false });
  const line = checkTitle(title ?? '');
  if (typeof batch === 'string' && !isUuid(batch)) throw badInput('batch', 'A batch is named by a UUID.');
  if (sources.length === 0) return [];
  return inTransaction(em, async (transaction) => {
    if (owner !== null) {
      await holdAccount(transaction, owner.id);
      await checkRoom(transaction, owner, sources.length, speakerSentences);
      await checkOpenImports(transaction, owner, sources.length, openImports);
    }
    const now = await databaseTime(transaction);
    const rows = sources.map((source, index) => ({
      ...source,
      id: randomUUID(),
      content: source.content ?? null,
      owner: owner?.id ?? null,
      batch: batch ?? null,
      title: line === '' ? null : line,
      public: isPublic ?? false,
      // In a list that has the newest first they follow each other as given.
      createdAt: new Date(now.getTime() - index),
    }));
    await transaction.insertMany(TextImport, rows);
    const ids = rows.map(({ id }) => id);
    for (const importId of ids) await enqueue(transaction, 'import-text', { importId });
    const placed = await transaction.find(TextImport, { id: { $in: ids } });
    return ids.flatMap((id) => placed.filter((each) => each.id === id));
  });
}

/** Admins take in whole libraries. */
async function checkOpenImports(
  em: EntityManager,
  owner: Viewer,
  added: number,
  most: number,
): Promise<void> {
  if (owner.group === 'admin') return;
  const open = await em.count(TextImport, { owner: owner.id, finishedAt: null });
  if (open + added > most) throw new TextRefusedError('too-many-imports');
}

/** The clock of all other times of an import: the API's own may be another machine's. */
async function databaseTime(em: EntityManager): Promise<Date> {
  const [row] = await em.execute<{ now: Date | string }[]>('select now() as now');
  return new Date(row?.now ?? Number.NaN);
}
