import type { FileFormat } from '@crowd-recital/core/text/import/file-format.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import type { TextRefusal } from '@crowd-recital/core/text/text-refusal.js';

/** What the reader is started with, as JSON in its first argument; the file comes by standard input. */
export interface ReaderOrder {
  readonly format: FileFormat;
  readonly language: Language;
}

/** What the reader says: one message as JSON in each line of standard output. The last one is not a progress. */
export type ReaderMessage =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'refused'; readonly refusal: TextRefusal }
  | { readonly kind: 'done'; readonly title: string | null; readonly texts: string[][][] };
