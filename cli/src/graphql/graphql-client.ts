import { CallFailure } from './call-failure.js';
import type { Operation } from './operation.js';

/** How long a call may take; one with a file gets more, as if over a link of 4 kB/s. */
const patienceMs = 60_000;
const slowestBytesPerMs = 4;

/** Calls the operations of one server as one caller. */
export interface GraphqlClient {
  /** @throws CallFailure */
  call<Data, Variables extends object>(
    operation: Operation<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

/**
 * A client of the server at `serverUrl`. A Blob among the variables makes a call a GraphQL multipart request
 * (https://github.com/jaydenseric/graphql-multipart-request-spec).
 * @param token - access token; without one the caller is nobody
 */
export function createGraphqlClient(serverUrl: string, token?: string): GraphqlClient {
  const url = new URL('/api/graphql', serverUrl);
  return {
    async call<Data, Variables extends object>(
      { document }: Operation<Data, Variables>,
      variables: Variables,
    ) {
      const { body, byteLength, contentType } = requestOf(document, variables);
      const headers = new Headers({ accept: 'application/json', 'apollo-require-preflight': '1' });
      if (contentType !== undefined) headers.set('content-type', contentType);
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const signal = AbortSignal.timeout(patienceMs + Math.ceil(byteLength / slowestBytesPerMs));
      const response = await fetch(url, { method: 'POST', headers, body, signal }).catch((error: unknown) => {
        throw new CallFailure(reasonOf(error));
      });
      const text = await response.text().catch((error: unknown) => {
        throw new CallFailure(reasonOf(error));
      });
      return dataOf(response, text) as Data;
    },
  };
}

function requestOf(query: string, variables: object) {
  const file = Object.entries(variables).find((entry): entry is [string, Blob] => entry[1] instanceof Blob);
  if (file === undefined) {
    return { body: JSON.stringify({ query, variables }), byteLength: 0, contentType: 'application/json' };
  }
  const [name, blob] = file;
  const body = new FormData();
  body.append('operations', JSON.stringify({ query, variables: { ...variables, [name]: null } }));
  body.append('map', JSON.stringify({ 0: [`variables.${name}`] }));
  body.append('0', blob, name);
  return { body, byteLength: blob.size, contentType: undefined };
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
  }[];
}

function dataOf(response: Response, text: string): unknown {
  const answer = parseAnswer(text);
  const error = answer?.errors?.[0];
  if (answer?.data && error === undefined) return answer.data;
  throw new CallFailure(error?.message ?? `The server answered with HTTP ${response.status}.`, {
    code: error?.extensions?.code ?? null,
    httpStatus: response.status,
    retryAfterSeconds: error?.extensions?.retryAfterSeconds ?? null,
  });
}

function parseAnswer(text: string): GraphqlAnswer | null {
  try {
    return JSON.parse(text) as GraphqlAnswer | null;
  } catch {
    return null;
  }
}

/** fetch says only "fetch failed"; what failed is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer came in time';
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
