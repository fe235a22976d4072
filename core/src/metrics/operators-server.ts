import { createServer, type Server, type ServerResponse } from 'node:http';
import type { EntityManager } from '@mikro-orm/postgresql';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import { loggableError } from '../errors/loggable-error.js';
import type { Readiness } from '../health/readiness.js';
import type { Logger } from '../logging/logger.js';
import { registry } from './registry.js';
import { measureWaitingWork } from './waiting-work.js';

/** What operators are told of a process. */
export interface OperatorsServerOptions {
  readonly host: string;
  readonly port: number;
  /** The process, such as `api`. */
  readonly name: string;
  readonly version: string;
  readonly readiness: Readiness;
  readonly em: () => EntityManager;
  readonly log: Logger;
}

/**
 * Answers `/metrics` for Prometheus, `/healthz` (the process lives) and `/readyz` (it can do its work) on a port of
 * its own, which proxies do not lead to. A port that is taken, by a second copy on the same machine say, is a warning:
 * to be watched is no reason not to record.
 * @returns what stops it.
 */
export async function startOperatorsServer(
  options: OperatorsServerOptions | undefined,
): Promise<() => Promise<void>> {
  if (options === undefined) return () => Promise.resolve();
  const { host, port, log } = options;
  measureProcess(options);
  const server = createServer((request, response) => {
    void answer(options, request.url ?? '/', response);
  });
  try {
    await listen(server, port, host);
    log.info({ host, port }, 'metrics');
  } catch (error) {
    log.warn({ err: error, host, port }, 'no metrics: METRICS_PORT cannot be listened on');
  }
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

let measuring = false;

function measureProcess({ name, version }: OperatorsServerOptions): void {
  if (measuring) return;
  measuring = true;
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'recital_build_info',
    help: 'Which process of which release this is; always 1',
    labelNames: ['process', 'version'],
    registers: [registry],
  }).set({ process: name, version }, 1);
}

async function answer(
  { readiness, em, log }: OperatorsServerOptions,
  url: string,
  response: ServerResponse,
): Promise<void> {
  const [path] = url.split('?', 1);
  if (path === '/healthz') {
    sendJson(response, 200, { status: 'ok' });
  } else if (path === '/readyz') {
    const { ready, status, checks } = await readiness.report();
    sendJson(response, ready ? 200 : 503, { status, checks });
  } else if (path === '/metrics') {
    // Without the database there is still much to tell, and just then somebody wants to know.
    await measureWaitingWork(em()).catch((error: unknown) => {
      log.warn({ error: loggableError(error) }, 'what waits could not be counted');
    });
    response.writeHead(200, { 'Content-Type': registry.contentType });
    response.end(await registry.metrics());
  } else {
    sendJson(response, 404, { status: 'There is /metrics, /healthz and /readyz.' });
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
