import type { Language } from './text-document.entity.js';

/**
 * Letters, digits and blanks that people read aloud in a second, without the pauses at commas. English: read speech of
 * 150 to 160 words a minute at 6 characters each, as audio books are. Hebrew without points leaves out its vowels, so
 * that its words are shorter and take as long (about 110 a minute, of 6 characters); Yiddish writes them.
 */
const perSecond: Readonly<Record<Language, number>> = { en: 15, he: 11.5, yi: 13 };

/** A digit is read as a word of about so many characters. */
const charactersOfDigit = 4;
/** Seconds of silence at a comma, a dash, a colon. */
const pause = 0.25;

/** Seconds that it takes to read a sentence aloud, roughly. Points over and under the letters take no time. */
export function readingSeconds(sentence: string, language: Language): number {
  const spoken = sentence.match(/[\p{L} ]/gu)?.length ?? 0;
  const digits = sentence.match(/\p{N}/gu)?.length ?? 0;
  const pauses = sentence.match(/[,;:–—](?= )/gu)?.length ?? 0;
  return (spoken + digits * charactersOfDigit) / perSecond[language] + pauses * pause;
}

/** Seconds of a sentence that can be read in one go and sent as one cue. */
export const longestReading = 20;
