/** Languages of texts as the API names them. */
export type TextLanguage = 'HE' | 'YI' | 'EN';

/** Languages of texts and of the interface, as `lang` wants them. */
export type LanguageTag = 'he' | 'yi' | 'en';

export type Direction = 'rtl' | 'ltr';

const RIGHT_TO_LEFT: ReadonlySet<LanguageTag> = new Set(['he', 'yi']);

/** Takes a language as the API names it or as a tag; gives what belongs into a `lang` attribute. */
export function languageTag(language: TextLanguage | LanguageTag): LanguageTag {
  return language.toLowerCase() as LanguageTag;
}

/** The way a language is written; gives what belongs into a `dir` attribute. */
export function directionOf(language: TextLanguage | LanguageTag): Direction {
  return RIGHT_TO_LEFT.has(languageTag(language)) ? 'rtl' : 'ltr';
}

/** Both attributes of an element that shows a text: its own, whatever the interface speaks. */
export function textAttributes(language: TextLanguage | LanguageTag): { dir: Direction; lang: LanguageTag } {
  return { dir: directionOf(language), lang: languageTag(language) };
}
