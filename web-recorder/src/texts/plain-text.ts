import type { Language } from '../gql/generated';

/** Prose read aloud at a calm pace, in words a minute: those of `core/src/text/reading-time.ts`, by its characters. */
const WORDS_PER_MINUTE: Readonly<Record<Language, number>> = { HE: 110, YI: 125, EN: 150 };

/** What is wrong with a text that somebody wants to add, as a key of the locale files; null when nothing is. */
export function textFault(text: string): 'empty' | 'noLetters' | null {
  if (text.trim() === '') return 'empty';
  return /\p{L}/u.test(text) ? null : 'noLetters';
}

export function countWords(text: string): number {
  return countOf(/\p{L}[\p{L}\p{M}\p{N}'’׳״"-]*/gu, text);
}

/** How long it takes to read so many words aloud, in whole minutes, at least one. */
export function minutesToRead(words: number, language: Language): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE[language]));
}

/** Letters that only Yiddish has: the digraphs as one character or typed as two, alef and pey with their points. */
const YIDDISH = /[\u05F0-\u05F2\uFB1D\uFB1F\uFB2E\uFB2F\uFB44\uFB4E]|א[\u05B7\u05B8]|פ[\u05BC\u05BF]|יי|וו/g;

/**
 * The language of a text by its letters; null while there are too few to tell. Hebrew with all its points uses some
 * of the Yiddish signs too, but points nearly every letter.
 */
export function guessLanguage(text: string): Language | null {
  const hebrew = countOf(/[\u05D0-\u05EA]/g, text);
  const latin = countOf(/[a-z]/gi, text);
  if (hebrew + latin < 3) return null;
  if (latin > hebrew) return 'EN';
  if (countOf(/[\u05B0-\u05BC\u05C1\u05C2]/g, text) > hebrew * 0.4) return 'HE';
  return countOf(YIDDISH, text) > hebrew * 0.03 ? 'YI' : 'HE';
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}
