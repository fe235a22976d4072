import type { LanguageTag } from '@crowd-recital/ui/text/direction.ts';

export type Messages = Record<string, unknown>;
type Words = () => Promise<{ default: Messages }[]>;

/** What has to be there before a recital can begin, and not a word more: it counts towards its budget. */
export const firstWords: Record<LanguageTag, Words> = {
  he: () => Promise.all([import('@crowd-recital/ui/locales/he.json'), import('./locales/first/he.json')]),
  yi: () => Promise.all([import('@crowd-recital/ui/locales/yi.json'), import('./locales/first/yi.json')]),
  en: () => Promise.all([import('@crowd-recital/ui/locales/en.json'), import('./locales/first/en.json')]),
};

export const otherWords: Record<LanguageTag, Words> = {
  he: () => Promise.all([import('@crowd-recital/ui/locales/later/he.json'), import('./locales/he.json')]),
  yi: () => Promise.all([import('@crowd-recital/ui/locales/later/yi.json'), import('./locales/yi.json')]),
  en: () => Promise.all([import('@crowd-recital/ui/locales/later/en.json'), import('./locales/en.json')]),
};
