import { expect, it } from 'vitest';
import { fileFault } from './text-file';

it.each([
  ['book.EPUB', 10_000_000, null],
  ['a.b.txt', 1, null],
  ['old.doc', 10, 'UNSUPPORTED_FORMAT'],
  ['README', 10, 'UNSUPPORTED_FORMAT'],
  ['book.pdf', 10 * 1024 * 1024 + 1, 'TOO_LARGE'],
  ['empty.md', 0, 'NOTHING_TO_READ'],
])('%s of %i bytes: %s', (name, size, fault) => expect(fileFault({ name, size })).toBe(fault));
