import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agreements as ours } from '../../test/factories.js';
import { languages } from '../text/text-document.entity.js';
import { loadAgreements } from './agreements.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recital-agreements-'));
});

afterEach(() => rm(folder, { recursive: true }));

function write(name: string, content: string): Promise<void> {
  return writeFile(path.join(folder, name), content);
}

const head = (version: string, title = 'Terms'): string => `---\nversion: ${version}\ntitle: ${title}\n---\n`;

describe('the terms that the product brings along', () => {
  it('are there in every language, in one version, and say the same in as many sections', () => {
    const texts = languages.map((language) => ours.in(language));
    expect(texts.map(({ language }) => language)).toEqual([...languages]);
    expect(new Set(texts.map(({ version }) => version))).toEqual(new Set([ours.version]));
    for (const mark of [/^## /gm, /^- /gm, /^\d\. /gm]) {
      const counts = texts.map(({ markdown }) => markdown.match(mark)?.length);
      expect(new Set(counts).size).toBe(1);
    }
    for (const { markdown } of texts) {
      expect(markdown).toContain('CC BY 4.0');
      expect(markdown.toLowerCase()).toContain('deep fakes');
    }
  });

  it('are named by the hash of the very text', () => {
    const { markdown, sha256 } = ours.in('he');
    expect(sha256).toBe(createHash('sha256').update(markdown, 'utf8').digest('hex'));
  });
});

describe("a site's own terms", () => {
  it('are read from its folder, whatever the line ends', async () => {
    await write('he.md', `\uFEFF${head('v2', 'התנאים שלנו')}\nקראו אותי.\n`.replaceAll('\n', '\r\n'));
    const agreements = loadAgreements(folder);
    expect(agreements.version).toBe('v2');
    expect(agreements.in('he')).toMatchObject({ title: 'התנאים שלנו', markdown: 'קראו אותי.' });
  });

  it('stand in for a language that they do not have, in English if there is any', async () => {
    await write('he.md', `${head('v2')}שלום`);
    expect(loadAgreements(folder).in('yi').language).toBe('he');
    await write('en.md', `${head('v2')}Hello`);
    expect(loadAgreements(folder).in('yi').language).toBe('en');
  });

  it.each([
    ['an empty folder', {}, /none of he.md, yi.md and en.md/],
    ['no heading', { 'en.md': 'Hello' }, /en\.md must begin with/],
    ['no version', { 'en.md': '---\ntitle: Terms\n---\nHello' }, /en\.md must begin with/],
    ['no text', { 'en.md': head('v2') }, /en\.md must begin with/],
    [
      'two versions',
      { 'en.md': `${head('v2')}a`, 'he.md': `${head('v3')}b` },
      /he\.md is version v3, but en\.md/,
    ],
  ])('are refused with a sentence: %s', async (_name, files: Record<string, string>, sentence) => {
    for (const [name, content] of Object.entries(files)) await write(name, content);
    expect(() => loadAgreements(folder)).toThrow(sentence);
  });
});
