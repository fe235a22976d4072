import MarkdownIt from 'markdown-it';
import type { ReadDocument } from './block.js';
import { readHtml } from './html-blocks.js';

/** Raw HTML is text like any other to the reader of HTML; typography stays as it was typed. */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/** What stands between two lines of `---` at the beginning, as many programs have it. */
const frontMatter = /^\ufeff?---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)\r?\n/;

/** What a footnote looks like in Markdown: the sign in the text, and the note. */
const footnotes = [/\[\^[^\]\n]+\]:.*(?:\r?\n[ \t]+\S.*)*/g, /\[\^[^\]\n]+\]/g];

/** Markdown as CommonMark has it, with the tables of GitHub. */
export function readMarkdown(text: string): ReadDocument {
  const [matter = '', fields = ''] = frontMatter.exec(text) ?? [];
  const title = /^title:\s*["']?(.+?)["']?\s*$/m.exec(fields)?.[1];
  const body = footnotes.reduce((rest, note) => rest.replace(note, ''), text.slice(matter.length));
  const read = readHtml(markdown.render(body));
  return { ...read, title: title ?? read.title };
}
