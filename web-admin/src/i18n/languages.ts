import { directionOf, type Direction, type LanguageTag } from '@crowd-recital/ui/text/direction.ts';

/** Languages of the interface by their own names. */
export const languages: Readonly<Record<LanguageTag, string>> = { he: 'עברית', yi: 'ייִדיש', en: 'English' };

export const languageTags = Object.keys(languages) as LanguageTag[];

const STORAGE_KEY = 'recital-language';

/** The language that the person chose here or in the recorder, else the browser's, else Hebrew. */
export function rememberedLanguage(): LanguageTag {
  const wishes = [localStorage.getItem(STORAGE_KEY), ...navigator.languages.map((tag) => tag.split('-')[0])];
  const known = wishes.map((wish) => languageTags.find((tag) => tag === wish));
  return known.find((tag) => tag !== undefined) ?? 'he';
}

export function rememberLanguage(language: LanguageTag): void {
  localStorage.setItem(STORAGE_KEY, language);
}

/** Says to an element, and so to everything below it, which language it speaks. */
export function speak(root: HTMLElement, language: LanguageTag): void {
  root.lang = language;
  root.dir = directionOf(language) satisfies Direction;
}
