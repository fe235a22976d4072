import { languageOfBrowser } from './i18n/preferred-language';

/** What people see first, and what it is made of; put in when the app is built. */
declare const ARRIVALS: {
  pages: { address: string; files: string[]; firstWordsSuffice: boolean }[];
  /** Of each language: what comes with a recital, and with any other page */
  words: Record<string, { first: string; rest: string }>;
  fonts: Record<string, string[]>;
};

/**
 * Stands in the page itself and runs before any file is there: has all that the page at this address is made of fetched
 * at once. Each part would learn only from the one before it what comes next, and on a slow phone every such step is a
 * pause of its own. Whoever needs a file asks for it as if nobody had, and says so when it cannot be had.
 */
const { pathname } = location;
const page = ARRIVALS.pages.find(({ address }) => new RegExp(address).test(pathname));
if (page) {
  const language = languageOfBrowser();
  const { first, rest } = ARRIVALS.words[language] ?? {};
  const words = page.firstWordsSuffice ? [first] : [first, rest];
  for (const href of [...page.files, ...words, ...(ARRIVALS.fonts[language] ?? [])]) {
    if (href) document.head.append(link(href));
  }
}

/** `crossOrigin` as the bundler and style sheets set it, or it would be another request. */
function link(href: string): HTMLLinkElement {
  const isScript = href.endsWith('.js');
  const kind = isScript
    ? { rel: 'modulepreload' }
    : { rel: 'preload', as: href.endsWith('.css') ? 'style' : 'font' };
  return Object.assign(document.createElement('link'), { ...kind, crossOrigin: 'anonymous', href });
}
