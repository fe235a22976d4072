import { expect, it } from 'vitest';
import { entryOf } from './new-version';

it.each([
  [
    '<script type="module" crossorigin src="/assets/recorder/index-B1.js"></script>',
    '/assets/recorder/index-B1.js',
  ],
  ['<script type="module" src="/src/entry.ts"></script>', '/src/entry.ts'],
  ['<p>Please sign in to the network.</p><script src="/portal.js"></script>', null],
  ['', null],
])('the page %s begins with %s', (page, entry) => expect(entryOf(page)).toBe(entry));
