import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { LanguageTag } from '@crowd-recital/ui/text/direction.ts';
import { rememberLanguage } from './languages';
import { loadMessages } from './messages';

/** The language of the interface; setting it fetches its words first, so that the page never shows bare keys. */
export function useLanguage() {
  const i18n = useI18n({ useScope: 'global' });

  async function change(language: LanguageTag): Promise<void> {
    if (!i18n.availableLocales.includes(language))
      i18n.setLocaleMessage(language, await loadMessages(language));
    i18n.locale.value = language;
    rememberLanguage(language);
  }

  return computed({
    get: () => i18n.locale.value as LanguageTag,
    set: (language) => void change(language),
  });
}
