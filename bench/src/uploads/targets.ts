import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Attempt } from './load.js';

/** Bytes of one segment as every speaker sends it. */
const segmentBytes = 80_000;

/** Made beforehand: browsers make and hash their bytes on machines of their own. */
const segments = Array.from({ length: 32 }, () => {
  const bytes = randomBytes(segmentBytes);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
});

function segment(index: number): (typeof segments)[number] {
  const { [index % segments.length]: chosen } = segments;
  if (chosen === undefined) throw new Error(`There is no segment ${index}.`);
  return chosen;
}

const boundary = 'recital-bench';
const document = `mutation Upload($sessionId: ID!, $sequence: Int!, $byteLength: Int!, $sha256: String!, $mimeType: String!, $audio: Upload!) {
  uploadAudioSegment(sessionId: $sessionId, sequence: $sequence, byteLength: $byteLength, sha256: $sha256, mimeType: $mimeType, audio: $audio) { sequence } }`;

/** A speaker who sends segments to the API. */
export interface Reciter {
  readonly token: string;
  readonly sessionId: string;
}

/** Sends the next segment of each speaker in turn, as browsers do. */
export function toApi(port: number, reciters: readonly Reciter[]): Attempt {
  const agent = new Agent({ keepAlive: true });
  const next = reciters.map(() => 0);
  return (index) => {
    const speaker = index % reciters.length;
    const { token, sessionId } = reciters[speaker] ?? { token: '', sessionId: '' };
    const sequence = next[speaker] ?? 0;
    next[speaker] = sequence + 1;
    const { bytes, sha256 } = segment(index);
    const variables = {
      sessionId,
      sequence,
      byteLength: bytes.length,
      sha256,
      mimeType: 'audio/webm;codecs=opus',
      audio: null,
    };
    const head =
      part('operations', JSON.stringify({ query: document, variables })) +
      part('map', '{"0":["variables.audio"]}') +
      `--${boundary}\r\nContent-Disposition: form-data; name="0"; filename="audio"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return send(agent, port, '/api/graphql', [Buffer.from(head), bytes, tail], {
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    });
  };
}

/** Sends the same bytes to the bare route. */
export function toBareRoute(port: number): Attempt {
  const agent = new Agent({ keepAlive: true });
  return (index) =>
    send(agent, port, `/segments/${randomUUID()}`, [segment(index).bytes], {
      'content-type': 'application/octet-stream',
    });
}

function part(name: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
}

const tail = Buffer.from(`\r\n--${boundary}--\r\n`);

/** @throws unless the answer is a success. */
function send(
  agent: Agent,
  port: number,
  path: string,
  body: readonly Buffer[],
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const length = body.reduce((sum, part) => sum + part.length, 0);
    const options = {
      agent,
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, 'content-length': length },
    };
    const sent = request(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        if (response.statusCode === 200 && !text.includes('"errors"')) resolve();
        else reject(new Error(`${response.statusCode}: ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    for (const each of body) sent.write(each);
    sent.end();
  });
}
