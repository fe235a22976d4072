import type { Readable } from 'node:stream';
import { AppError, badInput } from '@crowd-recital/core/errors/app-error.js';
import busboy, { type Busboy, type FileInfo } from 'busboy';
import type { Request, Response } from 'express';
import type { FileUpload } from 'graphql-upload/processRequest.mjs';
import Upload from 'graphql-upload/Upload.mjs';
import { drainBody } from '../http/drain-body.js';
import { placeUpload, readOperations, type Operations } from './multipart-fields.js';

/** Bytes of one field that is no file. */
const fieldBytes = 65_536;
/** Bytes that may wait in the parser, and again in its file's stream: an ordinary segment goes through without a pause. */
const bufferBytes = 131_072;

/**
 * Reads a GraphQL multipart request with one file (https://github.com/jaydenseric/graphql-multipart-request-spec).
 * Resolves as soon as the operation is known, before the file has arrived: the file goes from the parser to
 * whoever reads it, at the reader's pace, without a copy in memory or in a temporary folder.
 * A body that breaks off fails the file's stream; what nobody reads is dropped once the answer is out.
 * @throws BAD_USER_INPUT, and PAYLOAD_TOO_LARGE for a field that is no file.
 */
export async function receiveMultipart(
  request: Request,
  response: Response,
  maxFileBytes: number,
): Promise<Operations> {
  const parser = busboy({
    headers: request.headers,
    highWaterMark: bufferBytes,
    fileHwm: bufferBytes,
    // Browsers send the names of files in UTF-8 and do not say so.
    defParamCharset: 'utf8',
    // A longer file is cut off there, and then is not as long as announced.
    limits: { fieldSize: fieldBytes, fields: 4, files: 1, parts: 6, fileSize: maxFileBytes + 1 },
  });
  // Comes after the answer, and when the client goes away; a file that is still on its way fails by it.
  response.once('close', () => {
    drainBody(request);
    parser.destroy();
  });
  const operations = readForm(parser);
  request.pipe(parser);
  return operations;
}

function readForm(parser: Busboy): Promise<Operations> {
  return new Promise((resolve, reject) => {
    let operations: Operations | undefined;
    let awaited: { readonly name: string; readonly upload: Upload } | undefined;
    let arrived = false;

    /** Whoever still waits, for the operation or for its file, hears of it. */
    function fail(error: Error): void {
      reject(error);
      awaited?.upload.reject(error);
    }

    parser.on('field', (name, value, { valueTruncated }) => {
      try {
        if (valueTruncated) throw new AppError('PAYLOAD_TOO_LARGE', `The field ${name} is too long.`);
        if (name === 'operations') operations = readOperations(value);
        if (name !== 'map') return;
        const upload = new Upload();
        const placed = placeUpload(operations, value, upload);
        awaited = { name: placed.fileName, upload };
        resolve(placed.operations);
      } catch (error) {
        fail(error as Error);
      }
    });
    parser.on('file', (name, file: Readable, info) => {
      if (name === awaited?.name) {
        arrived = true;
        awaited.upload.resolve(fileUpload(file, info));
      } else {
        file.resume();
        fail(badInput('map', 'The fields operations and map come before the file, and map names it.'));
      }
    });
    parser.on('error', () => fail(brokenBody()));
    parser.on('close', () => {
      if (!arrived) fail(badInput('audio', 'The request holds no file where its map says so.'));
    });
  });
}

/** What the Upload scalar hands to a resolver. */
function fileUpload(file: Readable, { filename, mimeType, encoding }: FileInfo): FileUpload {
  // It may fail before anybody reads it, and an error without a listener ends the process.
  file.on('error', () => undefined);
  // The parser destroys it with errors of its own, which would pass for a fault of ours. Not `_destroy`: by then a stream
  // that nobody reads yet has kept the parser's.
  const destroy = file.destroy.bind(file);
  file.destroy = (error) => destroy(error === undefined || error instanceof AppError ? error : brokenBody());
  return { filename: filename ?? '', mimetype: mimeType, encoding, createReadStream: () => file };
}

function brokenBody(): AppError {
  return badInput('byteLength', 'The upload broke off on its way; nothing was stored. Send it again.');
}
