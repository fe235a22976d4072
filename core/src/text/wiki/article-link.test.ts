import { describe, expect, it } from 'vitest';
import { readArticleLink } from './article-link.js';

describe('a link of an article', () => {
  it.each([
    ['https://he.wikipedia.org/wiki/נמל_יפו', 'he.wikipedia.org', 'he', 'נמל יפו'],
    [
      'https://he.m.wikipedia.org/wiki/%D7%A0%D7%9E%D7%9C_%D7%99%D7%A4%D7%95',
      'he.wikipedia.org',
      'he',
      'נמל יפו',
    ],
    ['https://en.wikipedia.org/wiki/Harbor?oldformat=true#History', 'en.wikipedia.org', 'en', 'Harbor'],
    [
      'http://en.wikipedia.org/w/index.php?title=Old_Harbor&action=history',
      'en.wikipedia.org',
      'en',
      'Old Harbor',
    ],
    ['https://en.wikipedia.org/w/index.php/Harbor', 'en.wikipedia.org', 'en', 'Harbor'],
    ['  yi.wikipedia.org/wiki/ווילנע ', 'yi.wikipedia.org', 'yi', 'ווילנע'],
    ['https://YI.wikipedia.org/wiki/ווילנע', 'yi.wikipedia.org', 'yi', 'ווילנע'],
    ['https://yi.hamichlol.org.il/ווילנע', 'yi.hamichlol.org.il', 'yi', 'ווילנע'],
    ['https://yi.m.hamichlol.org.il/wiki/%D7%95%D7%95', 'yi.hamichlol.org.il', 'yi', 'וו'],
    ['https://en.wikipedia.org/wiki/100%25', 'en.wikipedia.org', 'en', '100%'],
    ['https://en.wikipedia.org/wiki/AC/DC', 'en.wikipedia.org', 'en', 'AC/DC'],
    ['https://en.wikipedia.org/wiki/C%2B%2B', 'en.wikipedia.org', 'en', 'C++'],
  ])('%s', (link, host, language, title) => {
    expect(readArticleLink(link)).toEqual({ host, language, title });
  });

  it.each([
    ['not a link', 'not-a-link'],
    ['', 'not-a-link'],
    ['javascript:alert(1)', 'not-a-link'],
    ['ftp://he.wikipedia.org/wiki/A', 'not-a-link'],
    ['https://en.wikipedia.org/wiki/%E0%A4%A', 'not-a-link'],
    ['https://heXwikipedia.org/wiki/A', 'wrong-host'],
    ['https://he.wikipedia.org.example.org/wiki/A', 'wrong-host'],
    ['https://example.org/he.wikipedia.org/wiki/A', 'wrong-host'],
    ['https://he.wikipedia.org@example.org/wiki/A', 'wrong-host'],
    ['https://127.0.0.1/wiki/A', 'wrong-host'],
    ['https://he.hamichlol.org.il/A', 'wrong-host'],
    ['https://fr.wikipedia.org/wiki/Port', 'unsupported-language'],
    ['https://www.wikipedia.org/', 'unsupported-language'],
    ['https://en.wikipedia.org/', 'not-an-article'],
    ['https://en.wikipedia.org/wiki/', 'not-an-article'],
    ['https://en.wikipedia.org/wiki/A%7CB', 'not-an-article'],
    [`https://en.wikipedia.org/wiki/${'a'.repeat(256)}`, 'not-an-article'],
  ])('is none: %s', (link, refusal) => {
    expect(() => readArticleLink(link)).toThrow(expect.objectContaining({ refusal }));
  });
});
