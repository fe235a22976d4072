import { requestSeconds } from '@crowd-recital/core/metrics/registry.js';
import { addToSpan, traced } from '@crowd-recital/core/tracing/tracing.js';
import type { Request, RequestHandler, Response } from 'express';

/** What an address is for: few enough to be told apart in a chart. */
const routes = [
  [/^\/api\/graphql\/?$/, 'graphql'],
  [/^\/api\/media\//, 'media'],
  [/^\/api\/(healthz|readyz)$/, 'health'],
  [/^\/(api|env)\//, 'other'],
  [/^\/assets\//, 'assets'],
] as const;

/** Times each request and makes it one span of the traces. */
export const measureRequests: RequestHandler = (request, response, next) => {
  const route = routeOf(request.path);
  const end = requestSeconds.startTimer({ route });
  const upload = request.headers['content-type']?.startsWith('multipart/') === true;
  const closed = new Promise<void>((resolve) => {
    response.once('close', () => {
      end({ route: upload ? 'upload' : route, status: statusOf(response) });
      resolve();
    });
  });
  void traced(`${request.method} ${route}`, { 'http.request.method': request.method }, async () => {
    next();
    await closed;
    addToSpan({ 'http.response.status_code': response.statusCode });
  });
};

function routeOf(path: Request['path']): string {
  return routes.find(([pattern]) => pattern.test(path))?.[1] ?? 'page';
}

/** A client that went away is no answer of ours, whatever status was prepared for it. */
function statusOf(response: Response): string {
  return response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
}
