import { migrate } from '@crowd-recital/core/db/migrate.js';
import { createOrm } from '@crowd-recital/core/db/orm.js';
import { recountTotals } from '@crowd-recital/core/stats/recount-totals.js';
import pg from 'pg';

/** How much is in a database. */
export interface Amounts {
  readonly users: number;
  readonly sessions: number;
  /** Numbers of the users who record so much that their own lists are never short. */
  readonly speakers: readonly number[];
}

const texts = 1_000;

/** The same sequence of random numbers in each run and each database. */
const statements = ({ users, sessions, speakers }: Amounts, agreementVersion: string): string[] => [
  // Neither foreign keys nor triggers: the rows are right, and there are many.
  `set session_replication_role = replica`,
  `select setseed(0.5)`,
  `insert into users (id, email, name, "group", agreement_signed_version, agreement_signed_at, created_at)
   select md5('u' || n)::uuid, 'user' || n || '@example.org', initcap(substr(md5(n::text), 1, 6)) || ' ' || n,
     case when n = 1 then 'admin' when n % 50 = 0 then null else 'speaker' end,
     '${agreementVersion}', now(), now() - random() * interval '700 days'
   from generate_series(1, ${users}) n`,
  `insert into text_documents (id, title, language, source_kind, owner_id, public, created_at)
   select md5('t' || n)::uuid, 'Text ' || md5(n::text), (array['he', 'yi', 'en'])[1 + n % 3], 'plain-text',
     md5('u' || (1 + n % ${users}))::uuid, n % 4 > 0, now() - random() * interval '700 days'
   from generate_series(1, ${texts}) n`,
  `insert into text_revisions (id, document_id, number, paragraphs, sentence_count, word_count)
   select md5('r' || n)::uuid, md5('t' || n)::uuid, 1, '[["One.", "Two."]]', 2, 2
   from generate_series(1, ${texts}) n`,
  `insert into recital_sessions (id, user_id, client_key, text_revision_id, language, status, kept, disavowed,
     started_at, created_at, updated_at, ended_at, end_reason, capture, duration_seconds, attention)
   select substr(md5('s' || n), 1, 21), md5('u' || speaker)::uuid, 'bench-' || n, md5('r' || text)::uuid,
     (array['he', 'yi', 'en'])[1 + text % 3], status, status <> 'active', status = 'discarded', at, at, at,
     case when status <> 'active' then at end, case when status <> 'active' then 'finished' end, '{}',
     case when status = 'uploaded' then round((5 + 600 * length)::numeric, 3) end,
     case when n % 200 = 16 then 'missing-segments' end
   from (select n,
           case when n % 25 = 0 then (array[${speakers.join(', ')}])[1 + (n / 25) % ${speakers.length}]
             else 1 + floor(random() * ${users})::int end as speaker, 1 + floor(random() * ${texts})::int as text,
           now() - random() * interval '700 days' as at, random() as length,
           (array['uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded',
                  'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded', 'uploaded',
                  'ended', 'discarded', 'active', 'aggregated'])[1 + n % 20] as status
         from generate_series(1, ${sessions}) n) as given`,
  `set session_replication_role = origin`,
];

/** Gives an empty database the schema and rows, by SQL alone, and lets PostgreSQL look at them. */
export async function fillDatabase(
  connectionString: string,
  amounts: Amounts,
  agreementVersion: string,
): Promise<void> {
  await migrate(connectionString);
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements(amounts, agreementVersion)) await client.query(statement);
    await recount(connectionString);
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}

async function recount(connectionString: string): Promise<void> {
  const orm = await createOrm({ connectionString, poolSize: 2 });
  try {
    await recountTotals(orm.em.fork());
  } finally {
    await orm.close();
  }
}
