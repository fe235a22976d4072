import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Page {
  readonly name: string;
  readonly text: string;
}

/** README, and every page below `docs/`. */
const pages = await Promise.all(
  ['README.md', ...(await pagesBelow('docs'))].map(async (name): Promise<Page> => ({
    name,
    text: await readFile(path.join(root, name), 'utf8'),
  })),
);

async function pagesBelow(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return names.filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));
}

/** Everything that a pattern's first group finds, page by page. */
function found(pattern: RegExp): { readonly page: string; readonly what: string }[] {
  return pages.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map(([, what = '']) => ({ page: name, what })),
  );
}

/** As the pages of a repository name their headings. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

it('links and pictures lead somewhere', async () => {
  const links = found(/(?:\]\(|src=")(?!https?:|mailto:)([^)"\s]+)[)"]/g);
  expect(links.length).toBeGreaterThan(20);
  const dead: typeof links = [];
  for (const link of links) {
    const [file = '', anchor] = link.what.split('#');
    const target = file === '' ? link.page : path.join(path.dirname(link.page), file);
    const there = existsSync(path.join(root, target));
    const named =
      anchor === undefined ||
      (there && anchorsOf(await readFile(path.join(root, target), 'utf8')).includes(anchor));
    if (!there || !named) dead.push(link);
  }
  expect(dead).toEqual([]);
});

it('commands are there', async () => {
  const { scripts } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commands = found(/\bnpm run (?:--silent |-s )?([a-z][\w:-]*)(?! -w)(?=[\s`,.)|]|$)/g);
  expect(commands.length).toBeGreaterThan(20);
  expect(commands.filter(({ what }) => !(what in scripts))).toEqual([]);
});

it('files that are named are there', () => {
  const named = found(
    /`((?:api|bench|chaos|cli|core|deploy|docs|e2e|jobs|scripts|ui|web-admin|web-recorder)\/[\w./@{},-]+)`/g,
  );
  const missing = named.filter(({ page, what }) => {
    // It tells how to make files that are not there.
    if (page === 'docs/add-a-feature.md') return false;
    const isPattern = /[{}]/.test(what);
    const isBuilt = what.split('/').includes('dist');
    return !isPattern && !isBuilt && !existsSync(path.join(root, what));
  });
  expect(named.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
