import MarkdownIt from 'markdown-it';

/** Raw HTML stays text, and links lead nowhere but to pages and mail (markdown-it refuses `javascript:` and the like). */
const markdownIt = new MarkdownIt({ html: false, linkify: false, typographer: false });

const made = new Map<string, string>();

/** HTML that is safe to put into a page as it is, whoever wrote the text. */
export function agreementHtml({
  markdown,
  sha256,
}: {
  readonly markdown: string;
  readonly sha256: string;
}): string {
  const known = made.get(sha256) ?? markdownIt.render(markdown);
  made.set(sha256, known);
  return known;
}
