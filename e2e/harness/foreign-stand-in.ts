import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

/** An event that a page told PostHog. */
export interface CountedEvent {
  readonly event: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What stands in for WordPress, which has the questions and answers, and for PostHog, which counts. */
export interface ForeignStandIn {
  /** Variables of a system that uses both. */
  readonly environment: NodeJS.ProcessEnv;
  /** What WordPress has, as HTML; null: it is down. */
  faq: string | null;
  /** Whatever pages have told PostHog, as it came. */
  readonly told: string[];
  /** The events in it. */
  counted(): CountedEvent[];
  close(): void;
}

/** Starts it on a free port. */
export async function startForeignStandIn(faq: string): Promise<ForeignStandIn> {
  const told: string[] = [];
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    const { pathname } = new URL(request.url ?? '/', address());
    if (pathname.startsWith('/wp-json/')) {
      response.statusCode = standIn.faq === null ? 503 : 200;
      response.end(JSON.stringify({ content: { rendered: standIn.faq } }));
      return;
    }
    void bodyOf(request).then((body) => {
      // The server's own events come in batches.
      if (request.method === 'POST' && pathname !== '/batch/') told.push(body);
      response.setHeader('content-type', 'application/json');
      response.end('{"status":1}');
    });
  }).listen(0, '127.0.0.1');
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await once(server, 'listening');
  const standIn: ForeignStandIn = {
    environment: {
      HELP_BASIC_GUIDE_YT_VIDEO_ID: 'abcdefghijk',
      HELP_FAQ_WP_API_URL: `${address()}/wp-json/wp/v2/pages/7`,
      PUBLIC_POSTHOG_KEY: 'phc_stand_in',
      PUBLIC_POSTHOG_HOST: address(),
    },
    faq,
    told,
    counted: () => told.flatMap(eventsIn),
    close: () => server.close(),
  };
  return standIn;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const body = await buffer(request);
  const isCompressed = body[0] === 0x1f && body[1] === 0x8b;
  return (isCompressed ? gunzipSync(body) : body).toString();
}

function eventsIn(body: string): CountedEvent[] {
  const form = new URLSearchParams(body).get('data');
  const json = form === null ? body : Buffer.from(form, 'base64').toString();
  const sent = JSON.parse(json) as CountedEvent | CountedEvent[] | { batch: CountedEvent[] };
  const events = 'batch' in sent ? sent.batch : [sent].flat();
  return events.filter(({ event }) => typeof event === 'string');
}
