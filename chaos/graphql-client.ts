import { createHash } from 'node:crypto';
import { request } from 'node:http';

/** What a server said. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly code: string | undefined;
}

/** A part of a recording as it goes up. */
export interface Upload {
  readonly sessionId: string;
  readonly sequence: number;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** Where a speaker's calls go: uploads take a way of their own, on which bytes are flipped. */
export interface Ways {
  readonly calls: number;
  readonly uploads: number;
}

/** Milliseconds without a byte after which an answer is no longer waited for. */
const patience = 15_000;
const boundary = 'recital-chaos-boundary';

const uploadDocument = `mutation Upload($sessionId: ID!, $sequence: Int!, $byteLength: Int!, $sha256: String!, $mimeType: String!, $audio: Upload!) {
  uploadAudioSegment(sessionId: $sessionId, sequence: $sequence, byteLength: $byteLength, sha256: $sha256, mimeType: $mimeType, audio: $audio) { sequence byteLength sha256 }
}`;

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Sends one operation on a connection of its own. @throws when no whole answer comes back. */
export async function call(
  ways: Ways,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  const body = Buffer.from(JSON.stringify({ query, variables }));
  return send(ways.calls, token, body, 'application/json');
}

/** Sends a part of a recording, the audio last, on a connection of its own. @throws like `call`. */
export async function upload(ways: Ways, token: string, { bytes, ...address }: Upload): Promise<Answer> {
  const variables = { ...address, byteLength: bytes.length, sha256: sha256(bytes), audio: null };
  const body = Buffer.concat([
    part('operations', JSON.stringify({ query: uploadDocument, variables })),
    part('map', '{"0":["variables.audio"]}'),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="0"; filename="audio"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return send(ways.uploads, token, body, `multipart/form-data; boundary=${boundary}`);
}

function part(name: string, content: string): Buffer {
  return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`);
}

async function send(port: number, token: string, body: Buffer, contentType: string): Promise<Answer> {
  const text = await new Promise<string>((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: '/api/graphql',
        method: 'POST',
        agent: false,
        timeout: patience,
        headers: {
          'content-type': contentType,
          'content-length': body.length,
          authorization: `Bearer ${token}`,
          'apollo-require-preflight': '1',
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks).toString()));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer broke off.')));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('No answer came.')));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { extensions?: { code?: string } }[];
  };
  const [error] = errors ?? [];
  return {
    data: data ?? null,
    code: error === undefined ? undefined : (error.extensions?.code ?? 'UNKNOWN'),
  };
}
