import type { LanguageTag } from '@crowd-recital/ui/text/direction.ts';

const STORAGE_KEY = 'recital-language';
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['ji', 'yi'],
]);

/** The language that was chosen in this browser, else the browser's own, else Hebrew. */
export function languageOfBrowser(): LanguageTag {
  return preferredLanguage(localStorage.getItem(STORAGE_KEY), navigator.languages);
}

/** Keeps the choice in this browser. */
export function rememberLanguage(language: LanguageTag): void {
  localStorage.setItem(STORAGE_KEY, language);
}

/** The language chosen before, else the first of the browser's that we speak, else Hebrew. */
export function preferredLanguage(stored: string | null, ofBrowser: readonly string[]): LanguageTag {
  const wanted = [stored ?? '', ...ofBrowser]
    .map((tag) => tag.toLowerCase().replace(/-.*/, ''))
    .map((tag) => OLD_NAMES.get(tag) ?? tag);
  return wanted.find((tag): tag is LanguageTag => tag === 'he' || tag === 'yi' || tag === 'en') ?? 'he';
}
