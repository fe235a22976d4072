import { analyse } from 'chardet';
import type { Language } from '@crowd-recital/core/text/text-document.entity.js';
import { TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import { splitParagraphs } from '@crowd-recital/core/text/split-paragraphs.js';
import type { ReadDocument } from './block.js';

/** Encodings that text in these languages is found in, by the names that `chardet` gives them. */
const likely: Readonly<Record<Language, readonly string[]>> = {
  he: ['UTF-16LE', 'UTF-16BE', 'windows-1255', 'ISO-8859-8', 'ISO-8859-8-I'],
  yi: ['UTF-16LE', 'UTF-16BE', 'windows-1255', 'ISO-8859-8', 'ISO-8859-8-I'],
  en: ['UTF-16LE', 'UTF-16BE', 'windows-1252', 'ISO-8859-1'],
};

/** What is tried when nothing is recognised. */
const otherwise: Readonly<Record<Language, string>> = {
  he: 'windows-1255',
  yi: 'windows-1255',
  en: 'windows-1252',
};

/** Bytes that are enough to tell an encoding by. */
const sample = 65_536;

/**
 * Decodes text of any common encoding: what its first bytes say, else UTF-8, else what it looks like and the language
 * makes likely.
 * @throws TextRefusedError `broken-file` for what is no text.
 */
export function decodeText(bytes: Uint8Array, language: Language): string {
  const marked = byteOrderMark(bytes);
  const text =
    marked === undefined ? (decoded(bytes, 'utf-8') ?? guessed(bytes, language)) : decoded(bytes, marked);
  if (text === undefined || isNoText(text)) throw new TextRefusedError('broken-file', 'file');
  return text;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Text in UTF-16 without a mark is good UTF-8 as well, with a zero beside each letter.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function guessed(bytes: Uint8Array, language: Language): string | undefined {
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return decoded(bytes, wide);
  const found = analyse(bytes.subarray(0, sample)).find(({ name }) => likely[language].includes(name));
  return decoded(bytes, found?.name ?? otherwise[language]) ?? decoded(bytes, otherwise[language]);
}

/** UTF-16 without a mark: blanks and full stops have a zero beside them, always on the same side. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const end = Math.min(bytes.length, sample);
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd < end / 50) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Many characters that no text has: a picture or a program, whatever its name says. */
function isNoText(text: string): boolean {
  const head = text.slice(0, sample);
  const strange = head.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return strange > head.length / 100;
}

/** Every line of a plain text is a paragraph, unless it was wrapped at a width. */
export function readPlain(text: string): ReadDocument {
  return { blocks: splitParagraphs(text).map((line) => ({ text: line })) };
}
