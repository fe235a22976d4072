import { inject, shallowRef, type InjectionKey, type Ref } from 'vue';
import { createI18n, type I18n } from 'vue-i18n';
import { directionOf, type LanguageTag } from '@crowd-recital/ui/text/direction.ts';

export const interfaceLanguages: readonly { tag: LanguageTag; endonym: string }[] = [
  { tag: 'he', endonym: 'עברית' },
  { tag: 'yi', endonym: 'ייִדיש' },
  { tag: 'en', endonym: 'English' },
];

export interface InterfaceLanguage {
  current: Readonly<Ref<LanguageTag>>;
  /** Loads the words of a language, then changes everything to it at once; the choice is kept in the browser. */
  choose: (language: LanguageTag) => Promise<void>;
  /** Loads what goes beyond the first words: pages other than the recital, and the parts of it that come later. */
  loadRest: () => Promise<void>;
}

export const languageKey: InjectionKey<InterfaceLanguage> = Symbol('interface language');

/** The language of the interface; throws where the app did not provide one. */
export function useLanguage(): InterfaceLanguage {
  const language = inject(languageKey);
  if (!language) throw new Error('useLanguage() needs an app that provides languageKey');
  return language;
}

const STORAGE_KEY = 'recital-language';

type Messages = Record<string, unknown>;
type Words = () => Promise<{ default: Messages }[]>;

/** What has to be there before a recital can begin, and not a word more: it counts towards its budget. */
const firstWords: Record<LanguageTag, Words> = {
  he: () => Promise.all([import('@crowd-recital/ui/locales/he.json'), import('./locales/first/he.json')]),
  yi: () => Promise.all([import('@crowd-recital/ui/locales/yi.json'), import('./locales/first/yi.json')]),
  en: () => Promise.all([import('@crowd-recital/ui/locales/en.json'), import('./locales/first/en.json')]),
};

const otherWords: Record<LanguageTag, Words> = {
  he: () => Promise.all([import('@crowd-recital/ui/locales/later/he.json'), import('./locales/he.json')]),
  yi: () => Promise.all([import('@crowd-recital/ui/locales/later/yi.json'), import('./locales/yi.json')]),
  en: () => Promise.all([import('@crowd-recital/ui/locales/later/en.json'), import('./locales/en.json')]),
};

/** Begins in the language that was chosen before, else in the browser's, else in Hebrew. */
export async function createLanguage(): Promise<{ i18n: I18n; language: InterfaceLanguage }> {
  const i18n = createI18n({ legacy: false, locale: 'he', fallbackRoot: false, messages: {} });
  const current = shallowRef<LanguageTag>('he');
  let rest: Promise<void> | null = null;

  async function addWords(language: LanguageTag, words: Record<LanguageTag, Words>): Promise<void> {
    const files = await words[language]();
    const added = Object.assign({}, ...files.map((file) => file.default)) as Messages;
    i18n.global.setLocaleMessage(language, { ...i18n.global.getLocaleMessage(language), ...added });
  }

  async function show(language: LanguageTag): Promise<void> {
    await Promise.all([addWords(language, firstWords), rest ? addWords(language, otherWords) : undefined]);
    i18n.global.locale.value = language;
    current.value = language;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }

  async function choose(language: LanguageTag): Promise<void> {
    await show(language);
    localStorage.setItem(STORAGE_KEY, language);
  }

  function loadRest(): Promise<void> {
    rest ??= addWords(current.value, otherWords).catch((error: unknown) => {
      rest = null;
      throw error;
    });
    return rest;
  }

  await show(preferredLanguage(localStorage.getItem(STORAGE_KEY), navigator.languages));
  return { i18n, language: { current, choose, loadRest } };
}

const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['ji', 'yi'],
]);

/** The language chosen before, else the first of the browser's that we speak, else Hebrew. */
export function preferredLanguage(stored: string | null, ofBrowser: readonly string[]): LanguageTag {
  const wanted = [stored ?? '', ...ofBrowser]
    .map((tag) => tag.toLowerCase().replace(/-.*/, ''))
    .map((tag) => OLD_NAMES.get(tag) ?? tag);
  for (const tag of wanted) {
    const known = interfaceLanguages.find((language) => language.tag === tag);
    if (known) return known.tag;
  }
  return 'he';
}
