import type { Language } from '../text-document.entity.js';
import { TextRefusedError } from '../text-refusal.js';

/** An article of one of the wikis that texts are taken from. */
export interface ArticleLink {
  /** Such as `he.wikipedia.org`, also for a mobile link. */
  readonly host: string;
  readonly language: Language;
  /** As the link has it, decoded; the wiki may know the article by another one. */
  readonly title: string;
}

/** The only wikis that are ever asked, and the language of each. */
export const wikiHosts: Readonly<Record<string, Language>> = {
  'he.wikipedia.org': 'he',
  'yi.wikipedia.org': 'yi',
  'en.wikipedia.org': 'en',
  'yi.hamichlol.org.il': 'yi',
};

/** Characters of a title: MediaWiki allows 255 bytes. */
const longestTitle = 255;

/**
 * Understands a link as people copy it: with or without https://, mobile or not, percent-encoded or not, short or by
 * index.php, with query and fragment.
 * @throws TextRefusedError when it leads to no article of these wikis.
 */
export function readArticleLink(link: string): ArticleLink {
  const url = asUrl(link.trim());
  const host = url.hostname
    .replace(/^([a-z-]+)\.(?:m|zero)\./, '$1.')
    .replace(/^www\.([a-z]+\.[a-z]+\.)/, '$1');
  const language = Object.hasOwn(wikiHosts, host) ? wikiHosts[host] : undefined;
  if (language === undefined) {
    const isOtherWikipedia = /^([a-z-]+\.)?wikipedia\.org$/.test(host);
    throw new TextRefusedError(isOtherWikipedia ? 'unsupported-language' : 'wrong-host', 'url');
  }
  const title = titleIn(url);
  if (title === '' || title.length > longestTitle || /[<>[\]{}|\p{Cc}]/u.test(title)) {
    throw new TextRefusedError('not-an-article', 'url');
  }
  return { host, language, title };
}

function asUrl(link: string): URL {
  const address = /^[a-z][a-z+.-]*:\/\//i.test(link) ? link : `https://${link}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.')) {
    throw new TextRefusedError('not-a-link', 'url');
  }
  return url;
}

/** `/wiki/Title`, `/Title`, `/w/index.php?title=Title`, and the variants `/yi/Title` that MediaWiki does not have here. */
function titleIn(url: URL): string {
  const byQuery = url.searchParams.get('title');
  if (byQuery !== null && /\/index\.php$|^\/w(iki)?\/?$|^\/$/.test(url.pathname)) return readable(byQuery);
  const path = url.pathname.replace(/^\/w\/index\.php\//, '/').replace(/^\/wiki\//, '/');
  return readable(decoded(path.replace(/^\//, '')));
}

/** Decoded once: a title may hold a percent sign itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TextRefusedError('not-a-link', 'url');
  }
}

function readable(title: string): string {
  return title.replaceAll('_', ' ').replace(/\s+/gu, ' ').trim();
}
