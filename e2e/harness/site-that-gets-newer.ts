import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site of which a newer version can be brought out. */
export interface SiteThatGetsNewer {
  /** Where a browser finds it, on a free port of `localhost`: a secure context. */
  readonly url: string;
  /** From now on the page and its service worker are others. No voice is taken any more: only the newer version shall send. */
  bringNewer(): void;
  takeVoiceAgain(): void;
  close(): void;
}

/** The site at `origin` as a proxy hands it on. */
export async function siteThatGetsNewer(origin: string): Promise<SiteThatGetsNewer> {
  let isNewer = false;
  let takesVoice = false;
  const server = createServer((request, response) => void handOn(request, response));
  async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/', headers } = request;
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const body = Buffer.concat(chunks);
    if (isNewer && !takesVoice && /uploadAudioSegment|createSession/.test(body.toString('latin1'))) {
      response.writeHead(503).end();
      return;
    }
    // Those of this connection, and those that ask whether something changed since: it does here.
    const dropped = ['host', 'connection', 'content-length', 'if-none-match', 'if-modified-since'];
    const passed = Object.entries(headers).filter(([name]) => !dropped.includes(name)) as [string, string][];
    const answer = await fetch(origin + url, {
      method,
      headers: { ...Object.fromEntries(passed), 'accept-encoding': 'identity' },
      ...(body.length > 0 && { body }),
      redirect: 'manual',
    });
    let content = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    if (isNewer && type.startsWith('text/html')) {
      content = Buffer.from(content.toString().replace(/(type="module"[^>]* src="[^"]+\.js)"/, '$1?newer"'));
    }
    if (isNewer && url === '/api/sw.js') content = Buffer.concat([content, Buffer.from('\n// newer')]);
    const own = [
      'content-length',
      'content-encoding',
      'transfer-encoding',
      'connection',
      'keep-alive',
      'etag',
    ];
    response.writeHead(
      answer.status,
      [...answer.headers].flatMap(([name, value]) => (own.includes(name) ? [] : [name, value])),
    );
    response.end(content);
  }
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    bringNewer() {
      isNewer = true;
    },
    takeVoiceAgain() {
      takesVoice = true;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
