import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { uploadDocument, type SegmentToSend } from './client.js';

/** One part of a multipart body, byte for byte. */
export interface RawPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly fileName?: string;
}

export const boundary = 'recital-test-boundary';

/** A multipart body of these parts; without its end when `broken` is set. */
export function multipartBody(parts: readonly RawPart[], { broken = false } = {}): Buffer {
  const pieces: (string | Buffer)[] = [];
  for (const { name, content, fileName } of parts) {
    const file =
      fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: application/octet-stream`;
    pieces.push(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`,
      content,
      '\r\n',
    );
  }
  if (!broken) pieces.push(`--${boundary}--\r\n`);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/** The three parts of an upload, in their order. */
export function uploadParts({ bytes, ...segment }: SegmentToSend): [RawPart, RawPart, RawPart] {
  const variables = {
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mimeType: 'audio/webm;codecs=opus',
    ...segment,
    audio: null,
  };
  return [
    { name: 'operations', content: JSON.stringify({ query: uploadDocument, variables }) },
    { name: 'map', content: '{"0":["variables.audio"]}' },
    { name: '0', content: bytes, fileName: 'audio' },
  ];
}

/** A connection on which a test says exactly what it wants to say. */
export class RawRequest {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  private received = '';

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1');
    this.socket.on('data', (chunk) => (this.received += chunk.toString()));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => this.socket.once('close', () => resolve()));
  }

  /** Sends the head of a POST to `/api/graphql`. */
  head(headers: Readonly<Record<string, string | number>>): this {
    const lines = Object.entries({ host: 'localhost', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    this.socket.write(`POST /api/graphql HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    return this;
  }

  write(bytes: string | Buffer): this {
    this.socket.write(bytes);
    return this;
  }

  /** Resolves with status, head and body once the next whole answer has come. */
  async answer(): Promise<{
    status: number;
    head: string;
    body: { errors?: { extensions: Record<string, unknown> }[] };
  }> {
    for (;;) {
      const [head, body] = splitOnce(this.received, '\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
      if (body !== undefined && Buffer.byteLength(body) >= length) {
        this.received = '';
        return { status: Number(head.split(' ')[1]), head, body: JSON.parse(body) as { errors?: [] } };
      }
      await new Promise((resolve, reject) => {
        this.socket.once('data', resolve);
        this.socket.once('close', () => reject(new Error(`closed after: ${this.received}`)));
      });
    }
  }
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
