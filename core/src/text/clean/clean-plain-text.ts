import { splitParagraphs } from '../split-paragraphs.js';
import { cleanParagraph } from './clean-paragraph.js';

/** Plain text, cleaned: each paragraph in one line of its own. */
export function cleanPlainText(text: string): string {
  return splitParagraphs(text).map(cleanParagraph).join('\n');
}
