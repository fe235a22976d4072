import { tidyCharacters } from '@crowd-recital/core/text/clean/tidy-characters.js';
import type { Block } from './block.js';

/** Headings of sections that hold lists of sources and links, in the languages of the texts. */
const references = new Set(
  [
    'references|notes|footnotes|endnotes|citations|sources|bibliography|further reading|external links|see also|works cited|notes and references|references and notes|notes and citations|explanatory notes|general references',
    'הערות שוליים|הערות|קישורים חיצוניים|לקריאה נוספת|ראו גם|ראה גם|מקורות|ביבליוגרפיה|קישורים|לעיון נוסף|מקורות והערות',
    'רעפערענצן|רעפֿערענצן|רעפערענצען|באמערקונגען|באַמערקונגען|פוסנאטן|פֿוסנאָטן|דרויסנדיגע לינקס|דרויסנדיקע לינקען|דרויסנדיגע לינקען|וועבלינקען|לינקען|ליטעראטור|ליטעראַטור|קוואלן|קוואַלן|מקורים|זעט אויך|זע אויך|ביבליאגראפיע|ביבליאָגראַפֿיע',
  ]
    .join('|')
    .split('|'),
);

/**
 * Takes out sections of sources and links with all that is below them, headings that nothing follows, and a paragraph
 * that is there twice in a row, as a title often is.
 */
export function dropReferenceSections(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  let dropped: number | undefined;
  for (const block of blocks) {
    if (block.level !== undefined) {
      if (dropped !== undefined && block.level <= dropped) dropped = undefined;
      if (dropped === undefined && isReferences(block.text)) dropped = block.level;
    }
    if (dropped === undefined && block.text !== kept.at(-1)?.text) kept.push(block);
  }
  return kept.filter((block, index) => block.level === undefined || leadsToText(kept, index, block.level));
}

function isReferences(heading: string): boolean {
  return references.has(
    tidyCharacters(heading)
      .replace(/^[\d.\s]+|[:.\s]+$/gu, '')
      .toLowerCase(),
  );
}

/** True when a paragraph follows before a heading that is no deeper. */
function leadsToText(blocks: readonly Block[], index: number, level: number): boolean {
  for (let next = index + 1; next < blocks.length; next += 1) {
    const { level: other } = blocks[next] ?? {};
    if (other === undefined) return true;
    if (other <= level) return false;
  }
  return false;
}
