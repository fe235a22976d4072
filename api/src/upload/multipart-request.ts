import { AppError, badInput } from '@crowd-recital/core/errors/app-error.js';
import { largestFileBytes } from '@crowd-recital/core/text/text-refusal.js';
import type { Request } from 'express';

/** Room in a body for everything but the file: operations, map, boundaries. */
const formBytes = 131_072;

/** Headers by which a page shows that it asked first (CORS preflight): a plain form cannot set them. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name'];

export function isMultipart(request: Request): boolean {
  return /^\s*multipart\//i.test(request.headers['content-type'] ?? '');
}

/** Most bytes of the one file in an upload: a segment of audio, or a file that is to become a text. */
export function largestFile(maxSegmentBytes: number): number {
  return Math.max(maxSegmentBytes, largestFileBytes);
}

/**
 * What the headers of an upload must say before a byte of its body is looked at.
 * @throws BAD_USER_INPUT, UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE
 */
export function checkUploadHeaders(request: Request, maxSegmentBytes: number): void {
  const { headers } = request;
  if (!preflightHeaders.some((name) => (headers[name] ?? '') !== '')) {
    throw badInput(
      'apollo-require-preflight',
      'Send the header apollo-require-preflight with an upload, so that no page of another site can make one.',
    );
  }
  const form = /^\s*multipart\/form-data\s*;.*?boundary=("[^"]{1,70}"|[^\s;"]{1,70})/i;
  if (!form.test(headers['content-type'] ?? '')) {
    throw new AppError(
      'UNSUPPORTED_MEDIA_TYPE',
      'An upload is multipart/form-data with a boundary (the GraphQL multipart request specification).',
    );
  }
  if (Number(headers['content-length'] ?? 0) > largestFile(maxSegmentBytes) + formBytes) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `A segment may have ${maxSegmentBytes} bytes, a file ${largestFileBytes / 1_048_576} MB. Split this one and send the parts.`,
      { maxSegmentBytes, reason: 'TOO_LARGE' },
    );
  }
}
