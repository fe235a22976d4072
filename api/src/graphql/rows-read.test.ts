import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from '@crowd-recital/core/config/config.js';
import { busySite, makeBusy } from '@crowd-recital/core/test/busy-site.js';
import { aUser } from '@crowd-recital/core/test/factories.js';
import { Kind, parse, print, type DefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

/**
 * What the console's screens read of a busy site: each of their queries as it stands in their source, with the SQL
 * that it leads to explained once more. Nothing may grow with all there is.
 */
const server = await testServer();
const admin = await aUser(server.database.em(), { group: 'admin', email: 'admin@localhost' });
const client = server.as(admin);
await makeBusy(server.database.connectionString);
const definitions = await operationsOfConsole();

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}
const statements: Statement[] = [];
const connection = server.database.orm.em.getConnection();
const execute = connection.execute.bind(connection);
connection.execute = ((...args: Parameters<typeof execute>) => {
  const [sql, params = []] = args;
  if (typeof sql === 'string') statements.push({ sql, params });
  return execute(...args);
}) as typeof connection.execute;

const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const page = { first: 25 };
/** The text that was read most. */
const busyText = '83f1535f-99ab-0bf4-e9d0-2dfd85d3e3f7';

/** Queries of each screen, with the variables that it asks with; most rows are for all its tables together. */
const screens: [screen: string, most: { statements: number; rows: number }, [string, object][]][] = [
  [
    'overview',
    { statements: 20, rows: 5_000 },
    [
      ['Overview', {}],
      ['StatsPerDay', { from: day(29), to: day(0) }],
      ['QueueState', {}],
    ],
  ],
  ['people', { statements: 5, rows: 1_500 }, [['People', page]]],
  [
    'people, found by name',
    { statements: 5, rows: 2_000 },
    [['People', { ...page, filter: { search: 'leah' } }]],
  ],
  ['invites', { statements: 5, rows: 200 }, [['Invites', page]]],
  [
    'jobs',
    { statements: 9, rows: 300 },
    [
      ['Jobs', page],
      ['QueueState', {}],
    ],
  ],
  ['audit log', { statements: 5, rows: 1_000 }, [['AuditLog', page]]],
  ['texts', { statements: 6, rows: 1_000 }, [['Texts', page]]],
  ['a text', { statements: 10, rows: 8_000 }, [['Text', { id: busyText }]]],
  ['the sentences of a text', { statements: 8, rows: 5_000 }, [['TextSentences', { id: busyText }]]],
  [
    'what speakers left out',
    { statements: 9, rows: 5_000 },
    [
      ['ReportedSentences', page],
      ['ReportTotals', {}],
    ],
  ],
  ['settings', { statements: 2, rows: 1_000 }, [['Settings', {}]]],
];

describe('a screen of the console', () => {
  it.each(screens)('%s reads no more than it shows', async (_screen, most, queries) => {
    statements.length = 0;
    for (const [name, variables] of queries) await client.data(textOf(name), { ...variables });
    const asked = statements.splice(0);
    expect(asked.length).toBeLessThanOrEqual(most.statements);
    let rows = 0;
    for (const statement of asked) rows += await rowsReadBy(statement);
    expect(rows).toBeLessThanOrEqual(most.rows);
    expect(most.rows).toBeLessThan(busySite.sessions);
  });
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Relation Name'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

async function rowsReadBy({ sql, params }: Statement): Promise<number> {
  if (!/^\s*(select|with)\b/i.test(sql)) return 0;
  const [answer] = await execute<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
    `explain (analyze, format json) ${sql}`,
    [...params],
  );
  return answer === undefined ? 0 : rowsOf(answer['QUERY PLAN'][0].Plan);
}

/**
 * Rows that the scans of a plan looked at. Not those of `daily_totals`: a month of them is a row for each speaker and
 * day, and how many more are read on the way is up to the planner.
 */
function rowsOf(plan: Plan): number {
  const own =
    plan['Node Type'].includes('Scan') && plan['Relation Name'] !== 'daily_totals'
      ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
      : 0;
  return own + (plan.Plans ?? []).reduce((sum, inner) => sum + rowsOf(inner), 0);
}

async function operationsOfConsole(): Promise<readonly DefinitionNode[]> {
  const folder = path.join(projectFolder, 'web-admin', 'src');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  const contents = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return parse(contents.join('\n')).definitions;
}

/** An operation with the fragments that it spreads. */
function textOf(name: string): string {
  const wanted = new Set([name]);
  const found: string[] = [];
  for (const definition of [...definitions, ...definitions, ...definitions]) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION)
      continue;
    if (!wanted.delete(definition.name?.value ?? '')) continue;
    const text = print(definition);
    found.push(text);
    for (const [, fragment = ''] of text.matchAll(/\.\.\.(\w+)/g)) wanted.add(fragment);
  }
  return [...new Set(found)].join('\n');
}
