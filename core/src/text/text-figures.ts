import type { Language } from './text-document.entity.js';

/** Characters of a title that is made of a text's beginning. */
const longestMadeTitle = 60;

/** How many words there are to be read. */
export function countWords(paragraphs: readonly (readonly string[])[], language: Language): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return paragraphs
    .flat()
    .reduce(
      (words, sentence) =>
        words + [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike === true).length,
      0,
    );
}

/** The beginning of a text as its title: whole words, with an ellipsis where it was cut. */
export function titleOf(paragraphs: readonly (readonly string[])[]): string {
  const beginning = paragraphs[0]?.[0] ?? '';
  if (beginning.length <= longestMadeTitle) return beginning;
  const cut = beginning.slice(0, longestMadeTitle);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/\p{Cs}$/u, '')}…`;
}
