import { cacheExchange, Client, fetchExchange, gql, type OperationResult } from '@urql/core';
import { pipe, subscribe } from 'wonka';
import { expect, test, vi } from 'vitest';
import { overtakenQueries } from './overtaken-queries.js';

const list = gql`
  query List {
    list {
      __typename
      count
    }
  }
`;
const change = gql`
  mutation Change($to: Int!) {
    change(to: $to) {
      __typename
      count
    }
  }
`;

/** A server that answers each call when it is told to, with the count of when the call came. */
function slowServer() {
  let count = 0;
  const calls: { kind: 'list' | 'change'; answer: () => void }[] = [];
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((resolve) => {
      const { operationName, variables } = JSON.parse(init?.body as string) as {
        operationName: string;
        variables: { to?: number };
      };
      if (operationName === 'Change') count = variables.to ?? count;
      const kind = operationName === 'Change' ? 'change' : 'list';
      const data = { [kind]: { __typename: 'Item', count } };
      calls.push({
        kind,
        answer: () => {
          resolve(
            new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } }),
          );
        },
      });
    });
  return {
    fetch: fetch as typeof globalThis.fetch,
    calls,
    async answer(kind: 'list' | 'change'): Promise<void> {
      const call = await vi.waitUntil(() => calls.find((each) => each.kind === kind));
      calls.splice(calls.indexOf(call), 1);
      call.answer();
    },
  };
}

function page() {
  const server = slowServer();
  const client = new Client({
    url: 'https://recital.test/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [cacheExchange, overtakenQueries, fetchExchange],
    fetch: server.fetch,
  });
  const seen: (number | undefined)[] = [];
  pipe(
    client.query(list, {}),
    subscribe((result: OperationResult<{ list: { count: number } }>) => {
      if (!result.stale) seen.push(result.data?.list.count);
    }),
  );
  const put = (to: number) => client.mutation(change, { to }).toPromise();
  return { server, seen, put };
}

test('a list shows the second of two changes in a row, though it was being asked for after the first', async () => {
  const { server, seen, put } = page();
  await server.answer('list');
  await vi.waitFor(() => expect(seen).toEqual([0]));

  const first = put(1);
  await server.answer('change');
  await first;
  await vi.waitUntil(() => server.calls.some(({ kind }) => kind === 'list'));
  const second = put(2);
  await server.answer('change');
  await second;
  await server.answer('list');
  await server.answer('list');
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2));
  expect(server.calls).toEqual([]);
});

test('a list that is asked for the first time while something changes is asked for again', async () => {
  const { server, seen, put } = page();
  await vi.waitUntil(() => server.calls.length === 1);
  const changed = put(1);
  await server.answer('change');
  await changed;
  await server.answer('list');
  await server.answer('list');
  await vi.waitFor(() => expect(seen).toEqual([1]));
  expect(server.calls).toEqual([]);
});
