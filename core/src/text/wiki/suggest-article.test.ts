import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWikiServer, type WikiServer } from '../../../test/wiki-server.js';
import { suggestArticle } from './suggest-article.js';

let wiki: WikiServer;

beforeAll(async () => {
  wiki = await startWikiServer({});
});
afterAll(() => wiki.close());

it('suggests an article that is neither a stub nor a book, with beginning and picture', async () => {
  const access = { mirrorUrl: wiki.url, timeout: 5, userAgent: 'test' };
  const suggestion = await suggestArticle(access, 'https://upload.wikimedia.org', 'yi');
  expect(suggestion).toMatchObject({
    title: 'Harbor',
    url: 'https://yi.wikipedia.org/wiki/Harbor',
    pictureUrl: 'https://upload.wikimedia.org/harbor.jpg',
  });
  expect(suggestion.extract).toMatch(/^Harbor is what .{100,600}…$/);
  expect((await suggestArticle(access, null, 'he')).pictureUrl).toBeNull();
  wiki.fault = 'down';
  await expect(suggestArticle(access, null, 'en')).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    details: { reason: 'WIKI_UNAVAILABLE' },
  });
});
