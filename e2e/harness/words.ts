import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.js';

/** A locale file, or a part of one. */
type Words = string | { readonly [key: string]: Words };

/** Finds words of the pages by their key, as the pages do, so that tests say what they mean and not how it is put. */
export type WordFinder = (key: string) => string;

/**
 * The words of a web app in a language; those that both apps share included.
 * @returns a function that throws for a key that no locale file has.
 */
export function wordsOf(app: 'web-recorder' | 'web-admin', language: 'en' | 'he' | 'yi'): WordFinder {
  const folder = app === 'web-recorder' ? 'src/i18n/locales' : 'src/locales';
  const files = [
    join('ui/src/locales', `${language}.json`),
    join('ui/src/locales/later', `${language}.json`),
    join(app, folder, `${language}.json`),
    ...(app === 'web-recorder' ? [join(app, folder, 'first', `${language}.json`)] : []),
  ];
  const locales = files.map((file) => JSON.parse(readFileSync(join(project, file), 'utf8')) as Words);
  return (key) => {
    const found = locales
      .map((locale) => lookUp(locale, key.split('.')))
      .find((words) => words !== undefined);
    if (found === undefined) throw new Error(`No locale file of ${app} has ${language} words for ${key}.`);
    return found;
  };
}

function lookUp(words: Words | undefined, [key, ...rest]: readonly string[]): string | undefined {
  if (key === undefined) return typeof words === 'string' ? words : undefined;
  return typeof words === 'object' ? lookUp(words[key], rest) : undefined;
}
