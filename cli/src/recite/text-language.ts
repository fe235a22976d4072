import type { Language } from './operations.js';

/** Letters that Yiddish writes and Hebrew does not: the ligatures, and alef or yod with a vowel below. */
const yiddish = /[\u05f0-\u05f2\ufb1d\ufb1f\ufb2e\ufb2f]|\u05d0[\u05b7\u05b8]|\u05d9\u05b4/u;

/** Vowel signs below other letters mean pointed Hebrew, in which those Yiddish pairs occur as well. */
const pointedHebrew = /[\u05d1-\u05d8\u05da-\u05ea][\u05b0-\u05bb]/u;

const hebrewLetter = /\p{Script=Hebrew}/u;

/** The language of a text by its letters, for when nobody said it. */
export function languageOf(text: string): Language {
  if (!hebrewLetter.test(text)) return 'EN';
  return yiddish.test(text) && !pointedHebrew.test(text) ? 'YI' : 'HE';
}
