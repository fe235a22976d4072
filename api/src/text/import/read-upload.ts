import { largestFileBytes, TextRefusedError } from '@crowd-recital/core/text/text-refusal.js';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';

/**
 * Reads a file that goes to the database as a whole.
 * @throws TextRefusedError `too-large`; BAD_USER_INPUT when it breaks off.
 */
export async function readUpload(file: FileUpload): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const stream: AsyncIterable<Buffer> = file.createReadStream();
  for await (const part of stream) {
    length += part.length;
    if (length > largestFileBytes) throw new TextRefusedError('too-large', 'file');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
