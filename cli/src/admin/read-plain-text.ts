import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { badInputFault, failedFault } from '../cli-fault.js';
import { unreadableFault } from '../unreadable-fault.js';

/** Bytes; a book has fewer. */
const largest = 10 * 1_024 * 1_024;
/** Milliseconds. */
const patience = 30_000;

/**
 * Reads plain text in UTF-8 from a file or an http(s) address.
 * @throws CliFault with a sentence for everything else.
 */
export async function readPlainText(source: string): Promise<string> {
  const isAddress = /^https?:\/\//i.test(source);
  const bytes = isAddress ? await download(source) : await readBytes(source);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badInputFault(`${source}: this is not text in UTF-8.`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  if (/^\.(html?|docx?|pdf|odt|rtf)$/i.test(extname(file))) throw notPlain(file);
  try {
    if ((await stat(file)).size > largest) throw tooLarge(file);
    return await readFile(file);
  } catch (error) {
    throw error instanceof Error && 'code' in error ? unreadableFault(file, error) : error;
  }
}

async function download(address: string): Promise<Uint8Array> {
  const response = await fetch(address, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined;
    throw failedFault(`${address} does not answer: ${String(cause ?? error)}.`);
  });
  if (!response.ok) throw failedFault(`${address} answered with HTTP ${response.status}.`);
  const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'text/plain') throw notPlain(address);
  const parts: Uint8Array[] = [];
  let length = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    length += part.length;
    if (length > largest) throw tooLarge(address);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function notPlain(source: string) {
  return badInputFault(`${source}: only plain text can be taken in. Save it as a .txt file in UTF-8 first.`);
}

function tooLarge(source: string) {
  return badInputFault(`${source}: it has more than ${largest / 1_024 / 1_024} MiB. Take a part of it.`);
}
