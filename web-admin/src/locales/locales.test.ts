// @vitest-environment node
/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Tree {
  [key: string]: string | Tree;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function read(language: string): Tree {
  const shared = ['', 'later/'].map((part) => folder(`../../../ui/src/locales/${part}${language}.json`));
  const files = [...shared, folder(`./${language}.json`)];
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tree)) as Tree;
}

function leaves(tree: Tree, prefix = ''): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );
}

const english = new Map(leaves(read('en')));
const placeholders = (words: string) => [...new Set(words.match(/\{\w+\}/g) ?? [])].sort();

/** Every key that a source names in one piece. */
function usedKeys(): string[] {
  return readdirSync(folder('../'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(vue|ts)$/.test(name) && !name.includes('.test.') && !name.includes('gql/'))
    .flatMap((name) => [...readFileSync(folder(`../${name}`), 'utf8').matchAll(/\bt\('([\w.]+)'/g)])
    .map(([, key = '']) => key);
}

describe('the words of the console', () => {
  it.each(['he', 'yi'])('are all there in %s', (language) => {
    expect(
      leaves(read(language))
        .map(([key]) => key)
        .sort(),
    ).toEqual([...english.keys()].sort());
  });

  it.each(['he', 'yi'])('have the same blanks and plural forms in %s', (language) => {
    for (const [key, words] of leaves(read(language))) {
      const model = english.get(key) ?? '';
      expect([key, words.split(' | ').length]).toEqual([key, model.split(' | ').length]);
      expect([key, placeholders(words)]).toEqual([key, placeholders(model)]);
    }
  });

  it('are there for every key that is used', () => {
    const used = usedKeys();
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !english.has(key))).toEqual([]);
  });
});
