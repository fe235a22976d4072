import type { OperationText } from '../gql/generated';

/** What came back from the server, or that nothing did. */
export type CallResult<Data> =
  | { ok: true; data: Data }
  | {
      ok: false;
      /** `extensions.code` of the first GraphQL error; null when the answer was none of the server's own */
      code: string | null;
      /** Null when no answer came */
      httpStatus: number | null;
      /** Which argument was at fault, with BAD_USER_INPUT */
      field: string | null;
      retryAfterSeconds: number | null;
      message: string;
    };

/** Calls one operation of the server. Always settles, and never rejects. */
export type GraphqlCall = <Data, Variables extends object>(
  document: OperationText<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
) => Promise<CallResult<Data>>;

const GRAPHQL_URL = '/api/graphql';
/** A call with a file gets more time the larger it is: as if over a link of 4 kB/s. */
const TIMEOUT_MILLISECONDS = 60_000;
const SLOWEST_BYTES_PER_MILLISECOND = 4;

/**
 * The uploader's own way to the server, by plain fetch: a promise of urql never settles once its request was
 * aborted, and a queue that waits for ever is a queue that loses voice. A Blob among the variables makes it a
 * GraphQL multipart request.
 */
export const callServer: GraphqlCall = async (document, variables, signal) => {
  const { body, headers, byteLength } = requestOf(document, variables);
  const patience = TIMEOUT_MILLISECONDS + byteLength / SLOWEST_BYTES_PER_MILLISECOND;
  const request = new AbortController();
  const abort = () => request.abort();
  const timer = setTimeout(abort, patience);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    const response = await fetch(GRAPHQL_URL, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'apollo-require-preflight': '1', ...headers },
      body,
      signal: request.signal,
    });
    return resultOf(response.status, response.headers.get('retry-after'), await response.text());
  } catch (error) {
    return failure(null, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
};

interface GraphqlRequest {
  body: string | FormData;
  headers: Record<string, string>;
  /** Of the file that goes along */
  byteLength: number;
}

function requestOf(query: string, variables: object): GraphqlRequest {
  const file = Object.entries(variables).find((entry): entry is [string, Blob] => entry[1] instanceof Blob);
  if (!file) {
    const body = JSON.stringify({ query, variables });
    return { body, headers: { 'content-type': 'application/json' }, byteLength: 0 };
  }
  const [name, blob] = file;
  const form = new FormData();
  form.append('operations', JSON.stringify({ query, variables: { ...variables, [name]: null } }));
  form.append('map', JSON.stringify({ 0: [`variables.${name}`] }));
  form.append('0', blob, name);
  return { body: form, headers: {}, byteLength: blob.size };
}

interface GraphqlError {
  message?: string;
  extensions?: { code?: string; field?: string; retryAfterSeconds?: number };
}

interface GraphqlBody<Data> {
  data?: Data | null;
  errors?: GraphqlError[];
}

/**
 * Reads an answer. What is not GraphQL (a proxy's page, a captive portal) carries no code, so that nobody takes a
 * proxy's word for the server's.
 */
export function resultOf<Data>(
  httpStatus: number,
  retryAfter: string | null,
  text: string,
): CallResult<Data> {
  const body = parse<Data>(text);
  const [error] = body?.errors ?? [];
  if (body?.data && !error) return { ok: true, data: body.data };
  const waitSeconds = error?.extensions?.retryAfterSeconds ?? Number(retryAfter ?? Number.NaN);
  return {
    ...failure(httpStatus, error?.message ?? `The server answered with HTTP ${httpStatus}`),
    code: error?.extensions?.code ?? null,
    field: error?.extensions?.field ?? null,
    retryAfterSeconds: Number.isFinite(waitSeconds) ? waitSeconds : null,
  };
}

function parse<Data>(text: string): GraphqlBody<Data> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? body : null;
  } catch {
    return null;
  }
}

function failure(httpStatus: number | null, message: string): Extract<CallResult<never>, { ok: false }> {
  return { ok: false, code: null, httpStatus, field: null, retryAfterSeconds: null, message };
}
