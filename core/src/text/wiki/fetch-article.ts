import { z } from 'zod';
import { TextRefusedError } from '../text-refusal.js';
import type { ArticleLink } from './article-link.js';
import { askWiki, type WikiAccess } from './ask-wiki.js';

/** An article as the wiki shows it. */
export interface Article {
  /** As the wiki itself writes it, redirects followed. */
  readonly title: string;
  readonly html: string;
}

const parsed = z.object({
  parse: z.object({ title: z.string(), ns: z.number().optional(), text: z.string() }).optional(),
  error: z.object({ code: z.string() }).optional(),
});

/** What MediaWiki says of a name that no article has. */
const notThere = ['missingtitle', 'pagecannotexist', 'invalidtitle', 'nosuchrevid'];

/**
 * Fetches an article by the wiki's own API, which follows redirects.
 * @throws TextRefusedError `article-not-found`, `not-an-article`, `wiki-unavailable`.
 */
export async function fetchArticle(access: WikiAccess, { host, title }: ArticleLink): Promise<Article> {
  const { parse, error } = await askWiki(
    access,
    host,
    {
      action: 'parse',
      page: title,
      prop: 'text',
      redirects: '1',
      disableeditsection: '1',
      disabletoc: '1',
      disablelimitreport: '1',
    },
    parsed,
  );
  if (error !== undefined && notThere.includes(error.code))
    throw new TextRefusedError('article-not-found', 'url');
  if (parse === undefined) throw new TextRefusedError('wiki-unavailable', 'url');
  if ((parse.ns ?? 0) !== 0) throw new TextRefusedError('not-an-article', 'url');
  return { title: parse.title, html: parse.text };
}
