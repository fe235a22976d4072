import { load, type CheerioAPI } from 'cheerio';
import path from 'node:path/posix';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { Block, OnProgress, ReadDocument } from './block.js';
import { readHtml } from './html-blocks.js';
import { unpack } from './unpack.js';

/**
 * A book by EPUB 2 or 3 (https://www.w3.org/TR/epub-33/): its chapters in the order of reading, without those that a
 * reader only looks at on demand, and without the table of contents.
 * @throws TextRefusedError `unpacks-too-large`, `protected-file`, `broken-file`.
 */
export async function readEpub(bytes: Buffer, onProgress: OnProgress): Promise<ReadDocument> {
  const { files, names } = await unpack(bytes, (name) => /\.(x?html?|xml|opf)$/i.test(name));
  const container = xmlOf(files.get('META-INF/container.xml'));
  const packagePath = container('rootfile').first().attr('full-path') ?? '';
  const book = xmlOf(files.get(packagePath));
  if (names.has('META-INF/encryption.xml') && isEncrypted(xmlOf(files.get('META-INF/encryption.xml')))) {
    throw new TextRefusedError('protected-file', 'file');
  }
  const chapters = chaptersOf(book, path.dirname(packagePath));
  const blocks: Block[] = [];
  for (const [index, name] of chapters.entries()) {
    const chapter = files.get(name);
    if (chapter !== undefined) blocks.push(...readHtml(chapter.toString('utf8'), { xml: true }).blocks);
    onProgress((index + 1) / chapters.length);
  }
  const title = book('metadata > dc\\:title, metadata > title').first().text().trim();
  return { title: title === '' ? undefined : title, blocks };
}

/** @throws TextRefusedError when there is no such file. */
function xmlOf(content: Buffer | undefined): CheerioAPI {
  if (content === undefined) throw new TextRefusedError('broken-file', 'file');
  return load(content.toString('utf8'), { xml: true });
}

/** Fonts are often scrambled; that keeps nobody from reading. */
function isEncrypted(encryption: CheerioAPI): boolean {
  return encryption('*')
    .toArray()
    .some((node) => /\.x?html?$/i.test(encryption(node).attr('URI') ?? ''));
}

function chaptersOf(book: CheerioAPI, folder: string): string[] {
  const items = new Map(
    book('manifest > item')
      .toArray()
      .map(({ attribs }) => [attribs.id, attribs]),
  );
  return book('spine > itemref')
    .toArray()
    .flatMap(({ attribs }) => {
      const item = items.get(attribs.idref);
      if (item?.href === undefined || attribs.linear === 'no') return [];
      if (item.properties?.split(' ').includes('nav') === true) return [];
      return [path.join(folder, decodeURI(item.href.replace(/#.*$/, '')))];
    });
}
