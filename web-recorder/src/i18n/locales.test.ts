// @vitest-environment node
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
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

function read(language: string): Tree {
  const files = [folder(`../../../ui/src/locales/${language}.json`), folder(`./locales/${language}.json`)];
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tree)) as Tree;
}

const keys = Object.fromEntries(languages.map((language) => [language, keysOf(read(language)).sort()]));

/** Every key that the sources name in one piece: t('a.b') and the two halves of t(x ? 'a.b' : 'a.c'). */
function usedKeys(): string[] {
  const sources = ['../', '../../../ui/src/'].flatMap((path) =>
    readdirSync(folder(path), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(vue|ts)$/.test(name) && !name.includes('.test.') && !name.includes('gql/'))
      .map((name) => readFileSync(folder(path + name), 'utf8')),
  );
  const calls = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(([^()]*)/g)].map(([, inside = '']) => inside),
  );
  return calls.flatMap((inside) =>
    [...inside.matchAll(/'([a-zA-Z]+(?:\.[\w-]+)+)'/g)].map(([, key = '']) => key),
  );
}

describe('locale files', () => {
  it.each(['he', 'yi'])('%s has the same keys as English', (language) => {
    expect(keys[language]).toEqual(keys.en);
  });

  it('have every key that is used', () => {
    const used = usedKeys();
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !keys.en?.includes(key))).toEqual([]);
  });
});
