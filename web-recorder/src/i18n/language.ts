import { inject, shallowRef, type InjectionKey, type Ref } from 'vue';
import { createI18n, type I18n } from 'vue-i18n';
import { directionOf, type LanguageTag } from '@crowd-recital/ui/text/direction.ts';
import { languageOfBrowser, rememberLanguage } from './preferred-language';
import { firstWords, otherWords, type Messages } from './words';

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

/** Begins in the language of this browser. */
export async function createLanguage(): Promise<{ i18n: I18n; language: InterfaceLanguage }> {
  const i18n = createI18n({ legacy: false, locale: 'he', fallbackRoot: false, messages: {} });
  const current = shallowRef<LanguageTag>('he');
  let rest: Promise<void> | null = null;

  async function addWords(language: LanguageTag, words: typeof firstWords): Promise<void> {
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
    rememberLanguage(language);
  }

  function loadRest(): Promise<void> {
    rest ??= addWords(current.value, otherWords).catch((error: unknown) => {
      rest = null;
      throw error;
    });
    return rest;
  }

  await show(languageOfBrowser());
  return { i18n, language: { current, choose, loadRest } };
}
