import { aText, aUser } from '@crowd-recital/core/test/factories.js';
import { currentRevision } from '@crowd-recital/core/text/visible-texts.js';
import { beforeAll, expect, it } from 'vitest';
import { testServer } from '../../test/server.js';

const server = await testServer();
const em = server.database.em();
const admin = await aUser(em, { group: 'admin' });
const speaker = await aUser(em);
const text = await aText(em, speaker);
const sessions = 10_000;

/** Half of them were decided on; of what waits, one in fifty is Yiddish, and the reviewer has judged the oldest. */
beforeAll(async () => {
  await em.execute(
    `insert into recital_sessions (id, user_id, client_key, text_revision_id, language, status, kept, started_at,
       created_at, end_reason, capture, duration_seconds, artifacts, review_outcome)
     select substr(md5('s' || n), 1, 21), ?, 'key-' || n, ?, case when n % 50 = 0 then 'yi' else 'en' end, 'uploaded',
       true, now(), now() - n * interval '1 minute', 'finished', '{"mimeType": "audio/webm"}', 10 + n % 900,
       '{"store": "local", "epoch": 1, "files": {}}', case when n % 2 = 1 then 'accepted' end
     from generate_series(1, ${sessions}) n`,
    [speaker.id, (await currentRevision(em, text)).id],
  );
  await em.execute(
    `insert into recording_reviews (session_id, reviewer_id, decision)
     select id, ?, 'accepted' from recital_sessions where review_outcome is null order by created_at limit 20`,
    [admin.id],
  );
  await em.execute('analyze');
});

interface Plan {
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that a plan touched in tables and indexes: what its leaves gave, and what they looked at in vain. */
function rowsRead(plan: Plan): number {
  const below = (plan.Plans ?? []).reduce((sum, inner) => sum + rowsRead(inner), 0);
  const looked = plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0);
  const own = plan.Plans === undefined ? looked + (plan['Rows Removed by Index Recheck'] ?? 0) : 0;
  return below + own * plan['Actual Loops'];
}

type Execute = (sql: string, params?: unknown[], ...rest: unknown[]) => Promise<unknown>;

/** Every statement that an operation sends, with the rows that each reads when it is run once more. */
async function readsOf(operation: string): Promise<{ statements: number; rows: number }> {
  const connection = server.database.orm.em.getConnection() as unknown as { execute: Execute };
  const execute = connection.execute.bind(connection);
  const sent: [string, unknown[]][] = [];
  connection.execute = (sql, params = [], ...rest) => {
    sent.push([sql, params]);
    return execute(sql, params, ...rest);
  };
  try {
    await server.as(admin).data(operation);
  } finally {
    connection.execute = execute;
  }
  let rows = 0;
  for (const [sql, params] of sent.filter(([one]) => /^\s*(select|update|with)/i.test(one))) {
    const again = server.database.em();
    await again.begin();
    try {
      const explained = await again.execute<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `explain (analyze, format json) ${sql}`,
        params,
      );
      const plan = explained[0]?.['QUERY PLAN'][0]?.Plan;
      if (plan !== undefined) rows += rowsRead(plan);
    } finally {
      await again.rollback();
    }
  }
  return { statements: sent.length, rows };
}

it.each([
  ['the queue', '{ reviewQueue(first: 25) { edges { node { id } } } }'],
  [
    'the queue in one language',
    '{ reviewQueue(first: 25, filter: { language: YI }) { edges { node { id } } } }',
  ],
  ['the next recording', 'mutation { takeNextForReview { session { id } } }'],
  [
    'the next one in one language',
    'mutation { takeNextForReview(filter: { language: YI }) { session { id } } }',
  ],
  [
    'the list of what was accepted',
    '{ sessions(first: 25, filter: { reviewOutcome: [ACCEPTED] }) { edges { node { id } } } }',
  ],
  ['the newest recordings', '{ sessions(first: 25) { edges { node { id } } } }'],
])(`%s: read with few statements and few rows of ${sessions}`, async (_what, operation) => {
  const { statements, rows } = await readsOf(operation);
  expect(statements).toBeLessThanOrEqual(8);
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(400);
});
