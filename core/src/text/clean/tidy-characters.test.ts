import { expect, it } from 'vitest';
import { tidyCharacters } from './tidy-characters.js';

it.each([
  ['white space', ' a\t\u00a0 b\n\nc ', 'a b c'],
  ['control characters', 'a\0b\u0007 c', 'a b c'],
  ['soft hyphens, blanks of no width, a byte order mark', '\ufeffex\u00adam\u200bple', 'example'],
  ['a mark of direction at its word', 'שלום\u200e world\u200f', 'שלום\u200e world\u200f'],
  ['a mark that stands alone', 'a \u200f b \u200e', 'a b'],
  ['an isolate that is whole', 'על \u2066Sir Moses\u2069 כתוב', 'על \u2066Sir Moses\u2069 כתוב'],
  ['an embedding that is never closed', 'a \u202bשלום b', 'a שלום b'],
  ['an end of what never began', 'a\u202c b\u2069', 'a b'],
  ['joiners that belong to a word', 'می\u200cخواهم', 'می\u200cخواهم'],
  ['ligatures of print', 'ﬁne oﬃce', 'fine office'],
  ['letters with points', 'שׁוּלְחָן ײַ', 'שׁוּלְחָן ײַ'],
])('%s', (_what, given, tidy) => {
  expect(tidyCharacters(given)).toBe(tidy);
});
