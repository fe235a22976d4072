import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import { aSession, aText, aUser } from '@crowd-recital/core/test/factories.js';
import {
  buildClientSchema,
  getIntrospectionQuery,
  getOperationAST,
  parse,
  validate,
  type IntrospectionQuery,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { TestClient } from '../../test/client.js';
import { finishSession } from '../../test/finished-session.js';
import { testServer } from '../../test/server.js';

interface Example {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Each block of GraphQL of the page with the variables that follow it. */
const examples: readonly Example[] = [
  ...readFileSync(path.join(projectFolder, 'docs', 'retool.md'), 'utf8').matchAll(
    /```graphql\n(.*?)```\s+```json\n(.*?)```/gs,
  ),
].map(([, document = '', variables = '']) => ({
  name: getOperationAST(parse(document))?.name?.value ?? '',
  document,
  variables: JSON.parse(variables) as Record<string, unknown>,
}));

const secret = 'the secret of the back office, long enough';
const server = await testServer({
  environment: {
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://recital.example',
    ACCESS_TOKEN_SECRET_KEY: 'a secret for tests that is long enough',
    DELEGATED_IDENTITY_SECRET_KEY: secret,
  },
});
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const retool = new TestClient(server.url, () =>
  Promise.resolve({ 'x-delegation-secret-key': secret, 'x-delegated-user-email': admin.email }),
);

/** As Retool does when a resource is saved. */
async function schemaAsShown() {
  return buildClientSchema(await retool.data<IntrospectionQuery>(getIntrospectionQuery()));
}

/** Values of the page stand for something: here they are told what. */
async function realVariables(variables: Example['variables']): Promise<Record<string, unknown>> {
  const speaker = await aUser(em);
  const session = await finishSession(em, server.store, await aSession(em, speaker));
  const ids: Readonly<Record<string, string>> = {
    "a-session's-id": session.id,
    "a-user's-id": speaker.id,
    "a-text's-id": (await aText(em, speaker)).id,
  };
  return JSON.parse(
    JSON.stringify(variables, (_key, value: unknown) =>
      typeof value === 'string' ? (ids[value] ?? value) : value,
    ),
  ) as Record<string, unknown>;
}

it('finds the examples of the page', () => {
  expect(examples.length).toBeGreaterThan(5);
});

describe.each(examples)('$name', ({ document, variables }) => {
  it('fits the schema that Retool is shown', async () => {
    expect(validate(await schemaAsShown(), parse(document))).toEqual([]);
  });

  it('is answered as it stands there', async () => {
    expect((await retool.query(document, await realVariables(variables))).errors).toEqual([]);
  });
});

it('leads through the pages of a list by cursor and filter, as a table does', async () => {
  const speaker = await aUser(em);
  for (const title of ['Alef tide', 'Bet tide', 'Gimel tide']) await aText(em, speaker, { title });
  const page = `query ($search: String, $after: String) {
    texts(first: 2, after: $after, filter: { search: $search }, orderBy: { field: TITLE, direction: ASC }) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { title } }
    }
  }`;
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const { texts }: { texts: Page } = await retool.data(page, { search: 'tide', after });
    expect(texts.totalCount).toBe(3);
    titles.push(...texts.edges.map(({ node }) => node.title));
    after = texts.pageInfo.hasNextPage ? texts.pageInfo.endCursor : null;
  } while (after !== null);
  expect(titles).toEqual(['Alef tide', 'Bet tide', 'Gimel tide']);
});

interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly title: string } }[];
}
