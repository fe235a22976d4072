import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { currentTraceparent, startTracing, traced } from './tracing.js';

interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
}

const spans: SentSpan[] = [];
const headers: unknown[] = [];

/** Takes OTLP over HTTP in JSON, as collectors do. */
const collector = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const sent = JSON.parse(Buffer.concat(chunks).toString()) as {
      resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[];
    };
    headers.push(request.headers['x-tenant']);
    for (const { scopeSpans } of sent.resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
}).listen(0, '127.0.0.1');
await once(collector, 'listening');
afterAll(() => void collector.close());

it('traces nothing where no collector is configured', async () => {
  const stop = await startTracing(undefined, { name: 'api', version: '1' });
  expect(await traced('work', {}, () => Promise.resolve(currentTraceparent()))).toBeUndefined();
  await stop();
});

it('sends one trace of what a request began and a worker went on with', async () => {
  const { port } = collector.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1/traces`;
  const stop = await startTracing({ url, headers: { 'x-tenant': 'recital' } }, { name: 'api', version: '1' });
  const left = await traced('request', {}, () =>
    traced('store put', {}, () => Promise.resolve(currentTraceparent())),
  );
  const failing = traced('job', {}, () => Promise.reject(new Error('secret words')), left);
  await expect(failing).rejects.toThrow('secret words');
  await stop();
  const span = (name: string) => spans.find((each) => each.name === name);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(span('store put')?.parentSpanId).toBe(span('request')?.spanId);
  expect(span('job')?.parentSpanId).toBe(span('store put')?.spanId);
  expect(span('job')?.status.code).toBe(2);
  expect(JSON.stringify(spans)).not.toContain('secret words');
  expect(headers).toContain('recital');
});
