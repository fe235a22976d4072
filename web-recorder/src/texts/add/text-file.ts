import type { TextRefusal } from '../../gql/generated';

/** Endings of the files that the server reads. */
export const fileEndings = [
  '.txt',
  '.text',
  '.html',
  '.htm',
  '.xhtml',
  '.md',
  '.markdown',
  '.docx',
  '.epub',
  '.pdf',
] as const;

/** Bytes of a file that the server takes. */
const LARGEST_FILE = 10 * 1024 * 1024;

/** What the server would refuse a file for, as far as it shows before it is sent; null: nothing. */
export function fileFault({ name, size }: Pick<File, 'name' | 'size'>): TextRefusal | null {
  const ending = /\.[^.]*$/.exec(name.toLowerCase())?.[0];
  if (!fileEndings.some((known) => known === ending)) return 'UNSUPPORTED_FORMAT';
  if (size > LARGEST_FILE) return 'TOO_LARGE';
  return size === 0 ? 'NOTHING_TO_READ' : null;
}
