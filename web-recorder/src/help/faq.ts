import DOMPurify from 'dompurify';

/** A page of questions and answers as somebody wrote it elsewhere, made harmless. */
export interface Faq {
  html: string;
}

const PATIENCE_MILLISECONDS = 15_000;

/** What questions and answers are made of. No pictures, frames, styles or scripts: the page's policy allows none. */
const TAGS = [
  ...['h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'hr', 'br'],
  ...['a', 'strong', 'b', 'em', 'i', 'u', 'code', 'pre', 'kbd', 'sub', 'sup', 'span', 'bdi'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'details', 'summary'],
];
const ATTRIBUTES = ['href', 'dir', 'lang', 'colspan', 'rowspan', 'open'];

/**
 * Fetches a page by WordPress's REST API (`/wp-json/wp/v2/pages/<id>`: `content.rendered` is its HTML).
 * @throws when nothing came in 15 s, or something else than such a page
 */
export async function fetchFaq(address: string, signal: AbortSignal): Promise<Faq> {
  const response = await fetch(address, {
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLISECONDS)]),
  });
  if (!response.ok) throw new Error(`The page of questions answers with HTTP ${response.status}`);
  const page = (await response.json()) as { content?: { rendered?: unknown } } | null;
  const html = page?.content?.rendered;
  if (typeof html !== 'string') throw new Error('That is no page of WordPress');
  return { html: harmless(html, address) };
}

function harmless(html: string, address: string): string {
  const lowered = html.replace(/<(\/?)h[12](?=[\s>])/gi, '<$1h3');
  const content = DOMPurify.sanitize(lowered, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of content.querySelectorAll('a[href]')) {
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', address).href);
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
  const box = document.createElement('div');
  box.append(content);
  return box.innerHTML;
}
