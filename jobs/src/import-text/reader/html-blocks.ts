import { load, type CheerioAPI } from 'cheerio';
import { isCDATA, isTag, isText, type AnyNode, type Element } from 'domhandler';
import type { Block, ReadDocument } from './block.js';

/** Elements that nobody reads aloud, wherever they are. */
const unread = new Set(
  'head script style noscript template nav footer aside form button input select textarea pre figure figcaption math svg img audio video iframe object embed map canvas dialog menu hr header'.split(
    ' ',
  ),
);

/** What wikis, books and word processors mark as apparatus: notes, boxes, lists of contents, navigation. */
const apparatus = [
  'sup.reference, sup.noprint, .mw-editsection, .toc, #toc, .navbox, .infobox, .metadata, .ambox, .hatnote, .thumb, .gallery',
  '.reflist, .references, .mw-references-wrap, ol.references, .catlinks, .noprint, .mw-empty-elt, .sistersitebox, .vertical-navbox',
  '[role="navigation"], [role="doc-endnotes"], [role="doc-noteref"], [role="doc-toc"], [role="doc-backlink"], [role="doc-footnote"]',
  '[hidden], [aria-hidden="true"], a.footnote-ref, .footnotes, section.footnotes, a.footnote-back, .footnote-backref',
  'li[id^="footnote-"], li[id^="endnote-"], sup > a[href^="#footnote-"], sup > a[href^="#endnote-"], sup > a[href^="#fn"], sup > a[href^="#sdfootnote"]',
  'div[id^="sdfootnote"], div[id^="sdendnote"], .sdfootnoteanc, .mwe-math-element, .pagenum, .pagebreak, [epub\\:type~="pagebreak"]',
].join(', ');

/** Elements around which the text is a paragraph of its own. */
const blocks = new Set(
  'address article blockquote body br caption center dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 html li main ol p section summary table tbody td tfoot th thead tr ul hgroup'.split(
    ' ',
  ),
);

/**
 * The paragraphs and headings of a page. Tables are left out, unless the page has nothing else: then they are its
 * layout.
 */
export function readHtml(html: string, { xml = false } = {}): ReadDocument {
  const $ = load(html, xml ? { xml: { decodeEntities: true } } : {});
  const title = titleOf($);
  $(apparatus).remove();
  const root = $.root().get(0)?.children ?? [];
  const found = blocksOf(root, false);
  return { title, blocks: found.length > 0 ? found : blocksOf(root, true) };
}

function titleOf($: CheerioAPI): string | undefined {
  const candidates = [
    $('head > title').first().text(),
    $('h1').first().text(),
    $('meta[property="og:title"], meta[name="title"]').first().attr('content') ?? '',
  ];
  return candidates.map((title) => title.replace(/\s+/gu, ' ').trim()).find((title) => title !== '');
}

function blocksOf(nodes: readonly AnyNode[], withTables: boolean): Block[] {
  const found: Block[] = [];
  let text = '';
  let level: number | undefined;

  function end(): void {
    const line = text.replace(/\s+/gu, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(line)) found.push({ text: line, level });
    text = '';
  }

  /** Without recursion: a page may be nested deeper than the stack is. */
  const waiting: (AnyNode | (() => void))[] = [...nodes].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'function') {
      next();
    } else if (isText(next)) {
      text += next.data;
    } else if (isCDATA(next)) {
      waiting.push(...[...next.children].reverse());
    } else if (isTag(next) && isRead(next, withTables)) {
      const inner = [...next.children].reverse();
      if (!blocks.has(next.name)) {
        waiting.push(...inner);
        continue;
      }
      end();
      const around = level;
      level = /^h[1-6]$/.test(next.name) ? Number(next.name.slice(1)) : around;
      waiting.push(
        () => {
          end();
          level = around;
        },
        ...inner,
      );
    }
  }
  end();
  return found;
}

function isRead({ name, attribs }: Element, withTables: boolean): boolean {
  if (unread.has(name) || (name === 'table' && !withTables)) return false;
  return !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? '');
}
