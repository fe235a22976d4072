import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { OnProgress, ReadDocument } from '../block.js';
import { readLines, seenLines, type SeenLine } from './page-lines.js';
import { paragraphsOf } from './paragraphs.js';
import { openPdf } from './pdfium.js';

/**
 * The text layer of a PDF, in the order in which it is read, also from right to left.
 * @throws TextRefusedError `no-text-layer`, `protected-file`, `broken-file`.
 */
export async function readPdf(bytes: Buffer, onProgress: OnProgress): Promise<ReadDocument> {
  const pdf = await openPdf(bytes);
  const pages: SeenLine[][] = [];
  for (let index = 0; index < pdf.pageCount; index += 1) {
    pages.push(seenLines(pdf.readPage(index)));
    onProgress((index + 1) / pdf.pageCount);
  }
  const lines = readLines(pages.flat());
  if (!lines.some(({ text }) => /\p{L}/u.test(text))) throw new TextRefusedError('no-text-layer', 'file');
  let from = 0;
  const read = pages.map(({ length }) => lines.slice(from, (from += length)));
  return { title: pdf.title, blocks: paragraphsOf(read) };
}
