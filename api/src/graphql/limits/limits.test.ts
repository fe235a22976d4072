import { aUser } from '@crowd-recital/core/test/factories.js';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import {
  getIntrospectionQuery,
  Kind,
  OperationTypeNode,
  print,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../../test/server.js';
import { createSchema } from '../schema.js';
import { operationCost } from './operation-cost.js';
import { operationShapeRule } from './operation-shape.js';

const server = await testServer();
const admin = server.as(await aUser(server.database.em(), { group: 'admin' }));

/** The answer and how long the server was busy with it. */
async function timed(query: string, variables: Record<string, unknown> = {}) {
  const begun = process.cpuUsage();
  const answer = await admin.query(query, variables);
  return { answer, cpu: process.cpuUsage(begun).user / 1000 };
}

/** `{ a: me { id } b: me { id } … }` */
const aliases = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: me { id }`).join(' ')} }`;

describe('an operation at a limit is served, one beyond it is not', () => {
  it('aliases', async () => {
    expect((await admin.query(aliases(15))).errors).toEqual([]);
    expect(await timed(aliases(16))).toMatchObject({
      answer: { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' },
    });
  });

  it('aliases that fragments multiply', async () => {
    const fragments = ['fragment F0 on User { a: id b: id }'];
    for (let n = 1; n < 12; n += 1) fragments.push(`fragment F${n} on User { ...F${n - 1} ...F${n - 1} }`);
    expect((await timed(`{ me { ...F11 } } ${fragments.join(' ')}`)).answer.status).toBe(400);
  });

  it('directives', async () => {
    const directives = (count: number): string =>
      `{ me { id ${'email @include(if: true) '.repeat(count)} } }`;
    expect((await admin.query(directives(20))).errors).toEqual([]);
    expect((await timed(directives(21))).answer.status).toBe(400);
  });

  it('tokens', async () => {
    const tokens = (count: number): string =>
      `{ sessions(filter: { status: [${'ENDED '.repeat(count - 16)}] }) { totalCount } }`;
    expect((await admin.query(tokens(2_000))).errors).toEqual([]);
    expect((await timed(tokens(2_001))).answer).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('cost', async () => {
    const page = (first: number): string =>
      `query { texts(first: ${first}) { edges { node { currentRevision { paragraphs } } } } }`;
    expect((await admin.query(page(100))).errors).toEqual([]);
    const preview =
      'query ($first: Int!) { sessions(first: $first) { edges { node { preview { captions { text } } } } } }';
    expect((await admin.query(preview, { first: 50 })).errors).toEqual([]);
    expect((await timed(preview, { first: 100 })).answer).toMatchObject({
      status: 400,
      code: 'BAD_USER_INPUT',
    });
  });

  it('pages', async () => {
    expect((await admin.query('{ users(first: 100) { totalCount } }')).errors).toEqual([]);
    for (const args of ['first: 101', 'last: 101', 'first: -1']) {
      expect((await admin.query(`{ users(${args}) { edges { cursor } } }`)).code).toBe('BAD_USER_INPUT');
    }
  });

  it('fragments that double again and again', async () => {
    const doubling = Array.from(
      { length: 14 },
      (_, depth) => `fragment F${depth} on Query { ...F${depth + 1} ...F${depth + 1} }`,
    );
    const bomb = `{ ...F0 } ${doubling.join(' ')} fragment F14 on Query { clientConfig { version } }`;
    expect((await timed(bomb)).answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it('a cycle of fragments', async () => {
    const cycle = '{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }';
    expect((await timed(cycle)).answer.status).toBe(400);
  });

  it('a bomb costs the server next to nothing', async () => {
    for (const bomb of [aliases(300), `{ ${'__typename '.repeat(60_000)}}`, '{ me '.repeat(5_000)]) {
      const { answer, cpu } = await timed(bomb);
      expect([400, 413]).toContain(answer.status);
      expect(cpu).toBeLessThan(200);
    }
  });
});

describe('introspection', () => {
  it('is exempt from the limits in development', async () => {
    expect((await admin.query(getIntrospectionQuery())).errors).toEqual([]);
  });

  it('is off in production', async () => {
    const production = await testServer({
      environment: {
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://recital.example.org',
        ACCESS_TOKEN_SECRET_KEY: 'x'.repeat(43),
      },
    });
    const client = production.anonymous();
    expect((await client.query('{ __schema { types { name } } }')).status).toBe(400);
    const typo = await client.query('{ clientConfi { version } }');
    expect(JSON.stringify(typo.errors)).not.toContain('Did you mean');
    const { data } = await client.query<{ clientConfig: object }>(
      '{ clientConfig { developmentMode developmentUsers { email } } }',
    );
    expect(data?.clientConfig).toEqual({ developmentMode: false, developmentUsers: [] });
    const signIn = await client.query(
      'mutation { signInAsDevelopmentUser(email: "admin@localhost") { accessToken } }',
    );
    expect(signIn.code).toBe('FORBIDDEN');
    const out = await client.query('mutation { logout }');
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Host-recital=; Path=\/; Expires=Thu, 01 Jan 1970 .*HttpOnly; Secure; SameSite=Lax$/,
    );
  });
});

/** A value for each variable that is an id or a text and must be given. */
function requiredWords({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, string> {
  const required = variableDefinitions.filter(({ type }) => /^(ID|String)!$/.test(print(type)));
  return Object.fromEntries(required.map(({ variable }) => [variable.name.value, 'x']));
}

describe.each(['web-recorder', 'web-admin'])('the operations of %s', (app) => {
  it('stay below half of every limit', async () => {
    const schema = createSchema();
    const document = parse(await graphqlDocuments(app), { maxLexicalTokens: 100_000 });
    const rule = operationShapeRule({ depth: 6, aliases: 7, directives: 10 });
    expect(validate(schema, document, [rule])).toEqual([]);

    const days = { from: '2026-01-01', to: '2026-12-31' };
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION || operation.operation !== OperationTypeNode.QUERY)
        continue;
      const variables = { ...requiredWords(operation), first: 100, language: 'EN', ...days };
      const query = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] } as const;
      expect([operation.name?.value, operationCost({ schema, query, variables }) <= 500]).toEqual([
        operation.name?.value,
        true,
      ]);
    }
  });
});

async function graphqlDocuments(app: string): Promise<string> {
  const folder = path.join(projectFolder, app, 'src');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return contents.join('\n');
}
