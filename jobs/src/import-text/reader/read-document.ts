import type { FileFormat } from '@crowd-recital/core/text/import/file-format.js';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { OnProgress, ReadDocument } from './block.js';
import { decodeText, readPlain } from './read-plain.js';

/** What is to be read. */
export interface DocumentToRead {
  readonly bytes: Buffer;
  readonly format: FileFormat;
  readonly language: Language;
}

/**
 * Reads a file of any kind. Each reader is loaded only where it is needed.
 * @throws TextRefusedError when it cannot be read.
 */
export async function readDocument(
  { bytes, format, language }: DocumentToRead,
  onProgress: OnProgress,
): Promise<ReadDocument> {
  checkBeginning(bytes, format);
  switch (format) {
    case 'plain':
      return readPlain(decodeText(bytes, language));
    case 'markdown':
      return (await import('./read-markdown.js')).readMarkdown(decodeText(bytes, language));
    case 'html':
      return (await import('./html-blocks.js')).readHtml(decodeHtml(bytes, language));
    case 'docx':
      return (await import('./read-docx.js')).readDocx(bytes);
    case 'epub':
      return (await import('./read-epub.js')).readEpub(bytes, onProgress);
    case 'pdf':
      return (await import('./pdf/read-pdf.js')).readPdf(bytes, onProgress);
  }
}

/** A file that is not what its name says is refused before anybody tries to make sense of it. */
function checkBeginning(bytes: Buffer, format: FileFormat): void {
  const head = bytes.subarray(0, 1_024).toString('latin1');
  const isArchive = head.startsWith('PK');
  const fits = {
    plain: !isArchive && !head.startsWith('%PDF-'),
    markdown: !isArchive && !head.startsWith('%PDF-'),
    html: !isArchive && !head.startsWith('%PDF-'),
    docx: isArchive || head.startsWith('\xd0\xcf\x11\xe0'),
    epub: isArchive,
    pdf: head.includes('%PDF-'),
  } satisfies Record<FileFormat, boolean>;
  if (!fits[format]) throw new TextRefusedError('broken-file', 'file');
}

/** The encoding that a page names itself, unless its bytes say otherwise. */
function decodeHtml(bytes: Buffer, language: Language): string {
  const head = bytes.subarray(0, 4_096).toString('latin1');
  const [, charset] = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head) ?? [];
  if (charset !== undefined && !/^utf-?(8|16)/i.test(charset)) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // What it says of itself is not true, or no encoding: look at the bytes.
    }
  }
  return decodeText(bytes, language);
}
