import type { Environment } from './environment.js';

/** Where traces go. */
export interface TracingOptions {
  /** Takes OTLP over HTTP. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * By the variables that every OpenTelemetry program reads
 * (https://opentelemetry.io/docs/specs/otel/protocol/exporter/). Undefined: nothing is traced.
 */
export function tracingOptions(environment: Environment): TracingOptions | undefined {
  const endpoint = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return undefined;
  return {
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    headers: Object.fromEntries(
      environment.OTEL_EXPORTER_OTLP_HEADERS.map((header) => {
        const [name = '', ...value] = header.split('=');
        return [name, decoded(value.join('='))];
      }),
    ),
  };
}

/** Percent-encoded characters; others than those of ASCII have no place in a header. */
function decoded(value: string): string {
  return value.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
