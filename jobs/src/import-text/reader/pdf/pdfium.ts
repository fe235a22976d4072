import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';

/** A character as PDFium finds it on a page. */
export interface PageCharacter {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand, in points from the bottom of the page. */
  readonly baseline: number;
  /** Points. */
  readonly size: number;
  /** PDFium put it there: a blank in a gap, the end of a line. */
  readonly generated: boolean;
}

/** A document that is open. */
export interface OpenPdf {
  readonly pageCount: number;
  readonly title: string | undefined;
  /** @param index - from 0. */
  readPage(index: number): PageCharacter[];
}

/** The memory of the WebAssembly; the package's own types name Emscripten's, which it does not bring along. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  getValue(address: number, type: 'double' | 'float'): number;
}

function memoryOf({ pdfium }: WrappedPdfiumModule): Memory {
  return pdfium as unknown as Memory;
}

/** PDFium's error for a document that asks for a password (fpdfview.h). */
const passwordError = 4;

/**
 * Opens a PDF with PDFium, the reader of Chromium, compiled to WebAssembly: it touches nothing but its own memory.
 * @throws TextRefusedError `protected-file`, `broken-file`.
 */
export async function openPdf(bytes: Buffer): Promise<OpenPdf> {
  const wasmBinary = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasmBinary).buffer });
  pdfium.PDFiumExt_Init();
  const content = allocate(pdfium, bytes.length);
  memoryOf(pdfium).HEAPU8.set(bytes, content);
  const document = pdfium.FPDF_LoadMemDocument(content, bytes.length, '');
  if (document === 0) {
    const isProtected = pdfium.FPDF_GetLastError() === passwordError;
    throw new TextRefusedError(isProtected ? 'protected-file' : 'broken-file', 'file');
  }
  const numbers = allocate(pdfium, 64);
  return {
    pageCount: pdfium.FPDF_GetPageCount(document),
    title: titleOf(pdfium, document),
    readPage: (index) => readPage(pdfium, document, index, numbers),
  };
}

function allocate({ pdfium }: WrappedPdfiumModule, bytes: number): number {
  return pdfium.wasmExports.malloc(bytes);
}

function titleOf(pdfium: WrappedPdfiumModule, document: number): string | undefined {
  const bytes = 1_024;
  const buffer = allocate(pdfium, bytes);
  const length = Math.min(pdfium.FPDF_GetMetaText(document, 'Title', buffer, bytes), bytes);
  const { HEAPU8 } = memoryOf(pdfium);
  const title = new TextDecoder('utf-16le')
    .decode(HEAPU8.slice(buffer, buffer + Math.max(0, length - 2)))
    .trim();
  return title === '' ? undefined : title;
}

/** @param numbers - room for the numbers that PDFium answers by address. */
function readPage(
  pdfium: WrappedPdfiumModule,
  document: number,
  index: number,
  numbers: number,
): PageCharacter[] {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0) return [];
  const text = pdfium.FPDFText_LoadPage(page);
  const count = pdfium.FPDFText_CountChars(text);
  const characters: PageCharacter[] = [];
  const memory = memoryOf(pdfium);
  const number = (at: number, type: 'double' | 'float'): number => memory.getValue(numbers + at, type);
  for (let at = 0; at < count; at += 1) {
    const code = pdfium.FPDFText_GetUnicode(text, at);
    pdfium.FPDFText_GetCharOrigin(text, at, numbers, numbers + 8);
    const baseline = number(8, 'double');
    pdfium.FPDFText_GetLooseCharBox(text, at, numbers);
    characters.push({
      text: code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '',
      left: number(0, 'float'),
      right: number(8, 'float'),
      baseline,
      size: pdfium.FPDFText_GetFontSize(text, at),
      generated: pdfium.FPDFText_IsGenerated(text, at) === 1,
    });
  }
  pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  return characters;
}
