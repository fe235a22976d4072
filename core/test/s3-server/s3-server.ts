import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Bucket, sha256Base64 } from './bucket.js';
import { credentials, signatureFault } from './signature.js';
import { document, element, textsOf } from './xml.js';

/** What the server does wrong with one request; it is asked before each one. */
export type Mischief =
  'none' | 'error-500' | 'error-503' | 'cut-connection' | 'store-other-bytes' | 'cut-body' | 'slow';

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly credentials: typeof credentials;
  readonly content: Bucket;
  readonly pageSize: number;
  /** Replaceable: which mischief the next request meets. */
  mischief: (request: { readonly method: string; readonly key: string }) => Mischief;
  close(): Promise<void>;
}

/** Milliseconds that a slow answer takes. */
const slowness = 700;

/**
 * A store that speaks the part of the S3 protocol which the product uses: signatures, checksums, ranges, pages,
 * versions, and failures on demand. One versioned bucket, in memory.
 * @param pageSize - largest page of a listing; so small that every test meets a second page, unless there are many.
 */
export async function startS3Server({ pageSize = 3 } = {}): Promise<S3Server> {
  const server = createServer((request, response) => {
    respond(s3, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const s3: S3Server = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'voices',
    region: 'eu-west-1',
    credentials,
    content: new Bucket(),
    pageSize,
    mischief: () => 'none',
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return s3;
}

async function respond(s3: S3Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const mischief = s3.mischief({ method: request.method ?? 'GET', key });
  if (mischief === 'slow') await wait(slowness);
  answer(s3, { request, url, bucket, key, body, mischief }, response);
}

/** One request, taken apart. */
interface Asked {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly bucket: string;
  readonly key: string;
  readonly body: Buffer;
  readonly mischief: Mischief;
}

function answer(
  s3: S3Server,
  { request, url, bucket, key, body, mischief }: Asked,
  response: ServerResponse,
): void {
  const method = request.method ?? 'GET';
  if (mischief === 'cut-connection') {
    request.socket.destroy();
    return;
  }
  if (mischief === 'error-500') return fail(response, 500, 'InternalError');
  if (mischief === 'error-503') return fail(response, 503, 'SlowDown');
  const fault = signatureFault(request, url);
  if (fault !== undefined) return fail(response, 403, fault);
  if (bucket !== s3.bucket) return fail(response, 404, 'NoSuchBucket');
  if (key === '') return answerBucket(s3, method, url, body, response);
  switch (method) {
    case 'PUT':
      return request.headers['x-amz-copy-source'] === undefined
        ? putObject(s3, key, request, body, mischief, response)
        : copyObject(s3, key, request, response);
    case 'DELETE':
      s3.content.delete(key, url.searchParams.get('versionId') ?? undefined);
      response.writeHead(204).end();
      return;
    default:
      return getObject(s3, key, request, mischief, response);
  }
}

function putObject(
  s3: S3Server,
  key: string,
  request: IncomingMessage,
  body: Buffer,
  mischief: Mischief,
  response: ServerResponse,
): void {
  const checksum = request.headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && checksum !== sha256Base64(body)) return fail(response, 400, 'BadDigest');
  const stored = mischief === 'store-other-bytes' ? Buffer.concat([body, Buffer.from('!')]) : body;
  const version = s3.content.put(key, stored, request.headers['content-type'] ?? '');
  response
    .writeHead(200, { ETag: `"${version.versionId}"`, 'x-amz-checksum-sha256': sha256Base64(body) })
    .end();
}

function copyObject(s3: S3Server, key: string, request: IncomingMessage, response: ServerResponse): void {
  const source = decodeURIComponent(String(request.headers['x-amz-copy-source'])).replace(
    `${s3.bucket}/`,
    '',
  );
  const original = s3.content.current(source);
  if (original === undefined) return fail(response, 404, 'NoSuchKey');
  const version = s3.content.put(key, original.body, request.headers['content-type'] ?? original.contentType);
  sendXml(response, document('CopyObjectResult', element('ETag', version.versionId)));
}

function getObject(
  s3: S3Server,
  key: string,
  request: IncomingMessage,
  mischief: Mischief,
  response: ServerResponse,
): void {
  const object = s3.content.current(key);
  if (object === undefined) return fail(response, 404, 'NoSuchKey');
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = Number(range?.[1] ?? 0);
  if (range !== null && from >= object.body.length) return fail(response, 416, 'InvalidRange');
  const to = Math.min(range?.[2] ? Number(range[2]) : Infinity, object.body.length - 1);
  const part = object.body.subarray(from, to + 1);
  response.writeHead(range === null ? 200 : 206, {
    'content-length': part.length,
    'content-type': object.contentType,
    'last-modified': object.modifiedAt.toUTCString(),
    ...(request.headers['x-amz-checksum-mode'] === 'ENABLED' && range === null
      ? { 'x-amz-checksum-sha256': sha256Base64(object.body) }
      : {}),
    ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${object.body.length}` }),
  });
  if (request.method === 'HEAD') response.end();
  else if (mischief === 'cut-body')
    response.write(part.subarray(0, part.length / 2), () => response.destroy());
  else response.end(part);
}

function answerBucket(s3: S3Server, method: string, url: URL, body: Buffer, response: ServerResponse): void {
  const prefix = url.searchParams.get('prefix') ?? '';
  if (method === 'POST' && url.searchParams.has('delete')) {
    for (const object of textsOf(body.toString(), 'Object')) {
      s3.content.delete(textsOf(object, 'Key')[0] ?? '', textsOf(object, 'VersionId')[0]);
    }
    return sendXml(response, document('DeleteResult'));
  }
  if (url.searchParams.has('versions')) {
    const page = s3.content.versions.filter(({ key }) => key.startsWith(prefix)).slice(0, s3.pageSize);
    const entries = page.map((version) =>
      element(
        version.body === null ? 'DeleteMarker' : 'Version',
        element('Key', version.key) + element('VersionId', version.versionId),
      ),
    );
    return sendXml(response, document('ListVersionsResult', ...entries));
  }
  const after = url.searchParams.get('continuation-token') ?? '';
  const objects = s3.content.objects(prefix).filter(({ key }) => key > after);
  const page = objects.slice(0, s3.pageSize);
  const entries = page.map(({ key, body: { length }, modifiedAt }) =>
    element(
      'Contents',
      element('Key', key) +
        element('Size', String(length)) +
        element('LastModified', modifiedAt.toISOString()),
    ),
  );
  const more = objects.length > page.length;
  sendXml(
    response,
    document(
      'ListBucketResult',
      element('IsTruncated', String(more)),
      more ? element('NextContinuationToken', page.at(-1)?.key ?? '') : '',
      ...entries,
    ),
  );
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function sendXml(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'content-type': 'application/xml' }).end(xml);
}

function fail(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(document('Error', element('Code', code)));
}
