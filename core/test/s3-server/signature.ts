import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The one account that the server knows. */
export const credentials = { accessKeyId: 'TESTACCESSKEY', secretAccessKey: 'test-secret-access-key' };

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Why a request is not let in, or undefined: AWS Signature Version 4, in the header or in the query. */
export function signatureFault(
  request: IncomingMessage,
  url: URL,
): 'AccessDenied' | 'SignatureDoesNotMatch' | undefined {
  const header = request.headers.authorization;
  const query = url.searchParams;
  if (header === undefined && !query.has('X-Amz-Signature')) return 'AccessDenied';
  const parts =
    header === undefined
      ? {
          credential: query.get('X-Amz-Credential') ?? '',
          signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
          signature: query.get('X-Amz-Signature') ?? '',
          date: query.get('X-Amz-Date') ?? '',
          payload: 'UNSIGNED-PAYLOAD',
        }
      : {
          ...headerParts(header),
          date: String(request.headers['x-amz-date']),
          payload: String(request.headers['x-amz-content-sha256']),
        };
  if (header === undefined && isExpired(parts.date, Number(query.get('X-Amz-Expires'))))
    return 'AccessDenied';
  const expected = signatureOf(request, url, parts);
  return expected === parts.signature ? undefined : 'SignatureDoesNotMatch';
}

function headerParts(header: string): { credential: string; signedHeaders: string; signature: string } {
  const value = (name: string): string => new RegExp(`${name}=([^, ]+)`).exec(header)?.[1] ?? '';
  return {
    credential: value('Credential'),
    signedHeaders: value('SignedHeaders'),
    signature: value('Signature'),
  };
}

function isExpired(date: string, seconds: number): boolean {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  return !(Date.now() <= Date.parse(iso) + seconds * 1000);
}

function signatureOf(
  request: IncomingMessage,
  url: URL,
  parts: { credential: string; signedHeaders: string; date: string; payload: string },
): string {
  const [, day = '', region = '', service = '', end = ''] = parts.credential.split('/');
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = parts.signedHeaders
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
    .join('');
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const canonical = [request.method, path, query, headers, parts.signedHeaders, parts.payload].join('\n');
  const scope = [day, region, service, end].join('/');
  const digest = createHash('sha256').update(canonical).digest('hex');
  const key = hmac(hmac(hmac(hmac(`AWS4${credentials.secretAccessKey}`, day), region), service), end);
  return hmac(key, ['AWS4-HMAC-SHA256', parts.date, scope, digest].join('\n')).toString('hex');
}
