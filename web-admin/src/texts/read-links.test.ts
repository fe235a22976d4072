import { expect, it } from 'vitest';
import { readLinks } from './read-links';

it.each([
  ['', []],
  [
    'https://he.wikipedia.org/wiki/יפו\nen.wikipedia.org/wiki/A\r\n',
    ['https://he.wikipedia.org/wiki/יפו', 'en.wikipedia.org/wiki/A'],
  ],
  ['https://a/b,https://c/d, https://a/b', ['https://a/b', 'https://c/d']],
  ['<https://en.wikipedia.org/wiki/Paris,_Texas>;', ['https://en.wikipedia.org/wiki/Paris,_Texas']],
])('%j is read as links', (pasted, links) => {
  expect(readLinks(pasted)).toEqual(links);
});
