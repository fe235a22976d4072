import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An article as a wiki keeps it. */
export interface WikiPage {
  /** Its real name. */
  readonly title: string;
  readonly html: string;
  /** Namespace; 0: an article. */
  readonly ns?: number;
}

/** What a wiki does in place of answering. */
export type WikiFault = 'down' | 'silent' | 'html' | 'redirect';

/** Speaks the API of MediaWiki, as far as it is asked here, for all hosts below one address. */
export interface WikiServer {
  /** For WIKI_MIRROR_URL. */
  readonly url: string;
  /** Every request: `host?query`. */
  readonly asked: string[];
  fault: WikiFault | undefined;
  close(): Promise<void>;
}

/** @param pages - by host and by every name that leads to them, redirects included. */
export async function startWikiServer(pages: Readonly<Record<string, WikiPage>>): Promise<WikiServer> {
  const asked: string[] = [];
  const state: { fault: WikiFault | undefined } = { fault: undefined };
  const http = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://wiki');
    const [, host = '', ...path] = pathname.split('/');
    asked.push(`${host}?${searchParams.toString()}`);
    if (state.fault !== undefined) misbehave(response, state.fault);
    else if (path.join('/') !== 'w/api.php') response.writeHead(404).end();
    else if (searchParams.get('generator') === 'random') answer(response, random(host));
    else answer(response, parse(pages[`${host}/${searchParams.get('page') ?? ''}`]));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    get fault() {
      return state.fault;
    },
    set fault(fault) {
      state.fault = fault;
    },
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
}

function parse(page: WikiPage | undefined): object {
  if (page === undefined) {
    return { error: { code: 'missingtitle', info: "The page you specified doesn't exist." } };
  }
  const { title, html, ns = 0 } = page;
  return { parse: { title, pageid: 1, ns, redirects: [], text: html } };
}

/** A stub, a book and one article that is fit to be read. */
function random(host: string): object {
  const page = (title: string, length: number): object => ({
    title,
    length,
    canonicalurl: `https://${host}/wiki/${title}`,
    extract: `${title} is what this article is about, and it says so at its very beginning. `.repeat(12),
    thumbnail: { source: 'https://upload.wikimedia.org/harbor.jpg', width: 640, height: 480 },
  });
  return { query: { pages: [page('Stub', 300), page('Book', 900_000), page('Harbor', 9_000)] } };
}

function answer(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function misbehave(response: ServerResponse, fault: WikiFault): void {
  if (fault === 'down') response.writeHead(503).end('Our servers are under maintenance');
  if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Not JSON</h1>');
  if (fault === 'redirect') response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
}
