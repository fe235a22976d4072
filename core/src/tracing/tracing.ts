import { AsyncLocalStorage } from 'node:async_hooks';
import type { Attributes, Span } from '@opentelemetry/api';
import type { TracingOptions } from '../config/tracing-options.js';

/** What makes spans, once an exporter is configured. */
export interface Tracer {
  /** @param parent - the span it belongs to, or the `traceparent` of one in another process. */
  begin(name: string, attributes: Attributes, parent: Span | string | undefined): Span;
  end(span: Span, error: unknown): void;
  traceparent(span: Span): string;
  /** Sends what is still to be sent. */
  close(): Promise<void>;
}

let tracer: Tracer | undefined;
const current = new AsyncLocalStorage<Span>();

/**
 * Sends traces from now on, where the configuration names a collector. Nothing of OpenTelemetry is loaded otherwise.
 * @returns what sends the last ones and ends it.
 */
export async function startTracing(
  options: TracingOptions | undefined,
  service: { readonly name: string; readonly version: string },
): Promise<() => Promise<void>> {
  if (options === undefined) return () => Promise.resolve();
  const { createTracer } = await import('./opentelemetry-tracer.js');
  const started = createTracer(options, service);
  tracer = started;
  return async () => {
    tracer = undefined;
    await started.close();
  };
}

/**
 * Does a piece of work as one span of the trace that runs.
 * @param parent - `traceparent` of the work in another process that this belongs to.
 */
export async function traced<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
  parent?: string,
): Promise<Result> {
  const started = tracer;
  if (started === undefined) return work();
  const span = started.begin(name, attributes, parent ?? current.getStore());
  try {
    const result = await current.run(span, work);
    started.end(span, undefined);
    return result;
  } catch (error) {
    started.end(span, error);
    throw error;
  }
}

/** Tells more of the span that runs. */
export function addToSpan(attributes: Attributes): void {
  current.getStore()?.setAttributes(attributes);
}

/** Of the span that runs, for work in another process; undefined when nothing is traced. */
export function currentTraceparent(): string | undefined {
  const span = current.getStore();
  return span === undefined ? undefined : tracer?.traceparent(span);
}
