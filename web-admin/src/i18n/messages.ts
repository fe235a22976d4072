import type { LanguageTag } from '@crowd-recital/ui/text/direction.ts';
import type { DefineLocaleMessage } from 'vue-i18n';

interface Chunk {
  default: object;
}

/** Each language is a chunk of its own, compiled at build time. */
const chunks: Readonly<Record<LanguageTag, () => Promise<Chunk[]>>> = {
  he: () =>
    Promise.all([
      import('@crowd-recital/ui/locales/he.json'),
      import('@crowd-recital/ui/locales/later/he.json'),
      import('../locales/he.json'),
    ]),
  yi: () =>
    Promise.all([
      import('@crowd-recital/ui/locales/yi.json'),
      import('@crowd-recital/ui/locales/later/yi.json'),
      import('../locales/yi.json'),
    ]),
  en: () =>
    Promise.all([
      import('@crowd-recital/ui/locales/en.json'),
      import('@crowd-recital/ui/locales/later/en.json'),
      import('../locales/en.json'),
    ]),
};

/** Fetches what the console says in a language: the words that it shares with the recorder, and its own. */
export async function loadMessages(language: LanguageTag): Promise<DefineLocaleMessage> {
  const files = await chunks[language]();
  return Object.assign({}, ...files.map((file) => file.default)) as DefineLocaleMessage;
}
