import { cleanParagraph } from '@crowd-recital/core/text/clean/clean-paragraph.js';
import { cutIntoParts } from '@crowd-recital/core/text/cut-into-parts.js';
import { splitSentences } from '@crowd-recital/core/text/split-sentences.js';
import { longestSentence } from '@crowd-recital/core/text/text-limits.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { Block, OnProgress } from './block.js';
import { dropReferenceSections } from './drop-reference-sections.js';

/**
 * Makes of a document's blocks what is read aloud: cleaned, in sentences, cut into parts where it is a book.
 * @returns for each text its paragraphs of sentences.
 * @throws TextRefusedError `nothing-to-read`.
 */
export function makeTexts(
  blocks: readonly Block[],
  language: Language,
  onProgress: OnProgress,
): string[][][] {
  const read = dropReferenceSections(blocks);
  const paragraphs: string[][] = [];
  for (const [index, { text }] of read.entries()) {
    // A word of thousands of letters is no word: a picture in letters, a key.
    const sentences = splitSentences(cleanParagraph(text), language).filter(
      ({ length }) => length <= longestSentence,
    );
    if (sentences.length > 0) paragraphs.push(sentences);
    if (index % 500 === 0) onProgress(index / read.length);
  }
  if (paragraphs.length === 0) throw new TextRefusedError('nothing-to-read', 'file');
  return cutIntoParts(paragraphs);
}
