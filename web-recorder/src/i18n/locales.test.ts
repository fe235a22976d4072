// @vitest-environment node
/// <reference types="node" />
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Tree {
  [key: string]: string | Tree;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const languages = ['he', 'yi', 'en'] as const;

function keysOf(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

function readFiles(files: string[]): Tree {
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tree)) as Tree;
}

const shared = (language: string) => folder(`../../../ui/src/locales/${language}.json`);
const first = (language: string) => folder(`./locales/first/${language}.json`);
const sharedLater = (language: string) => folder(`../../../ui/src/locales/later/${language}.json`);
const others = (language: string) => folder(`./locales/${language}.json`);
const files = [shared, first, sharedLater, others];
const allOf = (language: string) => readFiles(files.map((file) => file(language)));

const keys = Object.fromEntries(languages.map((language) => [language, keysOf(allOf(language)).sort()]));

/** Every key that a source names in one piece: t('a.b') and the two halves of t(x ? 'a.b' : 'a.c'). */
function usedKeys(file: string): string[] {
  const calls = [...readFileSync(file, 'utf8').matchAll(/\bt\(([^()]*)/g)].map(([, inside = '']) => inside);
  return calls.flatMap((inside) =>
    [...inside.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key = '']) => key),
  );
}

function allSources(): string[] {
  return ['../', '../../../ui/src/'].flatMap((path) =>
    readdirSync(folder(path), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(vue|ts)$/.test(name) && !name.includes('.test.') && !name.includes('gql/'))
      .map((name) => folder(path + name)),
  );
}

/** The sources that are loaded together with `file`: what it imports, and what that imports, but not `import()`. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|\} from|export .* from) ?.*'([^']+)';$/gm);
  for (const [, specifier = ''] of imports) {
    const inUi = specifier.startsWith('@crowd-recital/ui/');
    if (!inUi && !specifier.startsWith('.')) continue;
    const path = inUi
      ? folder(`../../../ui/src/${specifier.slice('@crowd-recital/ui/'.length)}`)
      : resolve(dirname(file), specifier);
    loadedWith(extname(path) ? path : `${path}.ts`, seen);
  }
  return seen;
}

describe('locale files', () => {
  it.each(['he', 'yi'])('%s has the same keys as English', (language) => {
    expect(keys[language]).toEqual(keys.en);
  });

  it('have every key that is used', () => {
    const used = allSources().flatMap(usedKeys);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !keys.en?.includes(key))).toEqual([]);
  });

  it('have in the first words all that the recital shows before the rest is loaded', () => {
    const sources = [folder('../main.ts'), folder('../recite/RecitePage.vue')].flatMap((file) => [
      ...loadedWith(file),
    ]);
    expect(sources).toContain(folder('../recite/RecordBar.vue'));
    const known = keysOf(readFiles([shared('en'), first('en')]));
    expect(sources.flatMap(usedKeys).filter((key) => !known.includes(key))).toEqual([]);
  });

  it.each(languages)('of %s say nothing twice', (language) => {
    const tops = files.flatMap((file) => Object.keys(readFiles([file(language)])));
    expect(tops).toEqual([...new Set(tops)]);
  });
});
