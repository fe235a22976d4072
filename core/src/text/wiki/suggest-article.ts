import { z } from 'zod';
import type { Language } from '../text-document.entity.js';
import { TextRefusedError } from '../text-refusal.js';
import { askWiki, type WikiAccess } from './ask-wiki.js';

/** An article that somebody may like to read aloud. */
export interface ArticleSuggestion {
  /** For `createTextFromWiki`. */
  readonly url: string;
  readonly title: string;
  /** Its beginning, as plain text. */
  readonly extract: string;
  /** Null: it has no picture. */
  readonly pictureUrl: string | null;
}

/** Bytes of an article's source that make for some minutes of reading, and not for hours. */
const fitLength = { least: 2_500, most: 40_000 };
/** Characters of a beginning that says what the article is about, and as many as are shown of it. */
const extractLength = { least: 60, most: 600 };
/** Times that the wiki is asked for some random articles before the best of them is taken. */
const rounds = 3;

const found = z.object({
  query: z
    .object({
      pages: z.array(
        z.object({
          title: z.string(),
          length: z.number().default(0),
          canonicalurl: z.string().optional(),
          fullurl: z.string().optional(),
          extract: z.string().default(''),
          thumbnail: z.object({ source: z.string() }).optional(),
        }),
      ),
    })
    .optional(),
});

/**
 * Picks a random article of a fit length from the Wikipedia of a language.
 * @param picturesOrigin - where pictures may come from; null: it has none then.
 * @throws TextRefusedError `wiki-unavailable`.
 */
export async function suggestArticle(
  access: WikiAccess,
  picturesOrigin: string | null,
  language: Language,
): Promise<ArticleSuggestion> {
  for (let round = 0; round < rounds; round += 1) {
    const { query } = await askWiki(access, `${language}.wikipedia.org`, randomArticles, found);
    for (const { title, length, extract, thumbnail, canonicalurl, fullurl } of query?.pages ?? []) {
      const url = canonicalurl ?? fullurl;
      const isFit =
        length >= fitLength.least && length <= fitLength.most && extract.length >= extractLength.least;
      if (url === undefined || !isFit) continue;
      return {
        url,
        title,
        extract: shortened(extract),
        pictureUrl: pictureOf(picturesOrigin, thumbnail?.source),
      };
    }
  }
  throw new TextRefusedError('wiki-unavailable');
}

const randomArticles = {
  action: 'query',
  generator: 'random',
  grnnamespace: '0',
  grnfilterredir: 'nonredirects',
  grnlimit: '20',
  prop: 'info|extracts|pageimages',
  inprop: 'url',
  exintro: '1',
  explaintext: '1',
  exlimit: '20',
  piprop: 'thumbnail',
  pithumbsize: '640',
  pilimit: '20',
};

function shortened(extract: string): string {
  const line = extract.replace(/\s+/gu, ' ').trim();
  if (line.length <= extractLength.most) return line;
  return `${line.slice(0, line.lastIndexOf(' ', extractLength.most))}…`;
}

/** Pages are allowed to show pictures of one place alone. */
function pictureOf(picturesOrigin: string | null, source: string | undefined): string | null {
  const address = source?.startsWith('//') === true ? `https:${source}` : source;
  return picturesOrigin !== null && address?.startsWith(`${picturesOrigin}/`) === true ? address : null;
}
