import pg from 'pg';

import { createOrm } from '../src/db/orm.js';
import { recountTotals } from '../src/stats/recount-totals.js';
import { agreements } from './factories.js';

/** How much goes on at a busy site. */
export const busySite = { people: 600, texts: 60, sessions: 10_000 } as const;

const names = [
  'מאיה לוי',
  'נועם ברק',
  'Tal Rosen',
  'רות אברהם',
  'יוסי כהן',
  'Dana Miller',
  'אבי שגיא',
  'מרים ווײַס',
  'חיים קליין',
  'Leah Green',
  'שירה מזרחי',
  'Daniel Katz',
];
const titles = [
  'יפו, עיר הנמל',
  'דער ערשטער שניי',
  'The lighthouse keeper',
  'שוק הכרמל',
  'די באַן',
  'A walk by the river',
  'הרי ירושלים',
  'מײַן שטעטל',
  'The clockmaker’s daughter',
  'מסע אל הנגב',
  'א נאַכט אין װאַלד',
  'Bread and salt',
];

/** Made by SQL alone and the same each time, but for the moments, which are counted back from now. */
const statements = (agreementVersion: string): [sql: string, values?: unknown[]][] => [
  [`set session_replication_role = replica`],
  [`select setseed(0.25)`],
  [
    `insert into users (id, email, name, "group", agreement_signed_version, agreement_signed_at, created_at)
     select md5('u' || n)::uuid, 'person' || n || '@example.org', ($1::text[])[1 + n % 12] || ' ' || n,
       case when n % 75 = 7 then null else 'speaker' end, case when n % 75 <> 7 then $2 end,
       case when n % 75 <> 7 then now() - random() * interval '90 days' end,
       now() - n * interval '7 hours' - interval '1 hour'
     from generate_series(1, ${busySite.people}) n`,
    [names, agreementVersion],
  ],
  [
    `insert into text_documents (id, title, language, source_kind, owner_id, public, created_at)
     select md5('t' || n)::uuid, ($1::text[])[1 + n % 12] || case when n > 12 then ' ' || n else '' end,
       (array['he', 'yi', 'en'])[1 + n % 3], 'plain-text', md5('u' || n)::uuid, n % 4 > 0,
       now() - n * interval '30 hours'
     from generate_series(1, ${busySite.texts}) n`,
    [titles],
  ],
  [
    `insert into text_revisions (id, document_id, number, paragraphs, sentence_count, word_count)
     select md5('r' || n)::uuid, md5('t' || n)::uuid, 1, (array[
       '[["העיר העתיקה יושבת על גבעה נמוכה מעל הים.", "בבוקר פותחים הדייגים את הרשתות."], ["ריח המלח מתערב בריח הלחם."]]',
       '[["דער שניי איז געפֿאַלן אַ גאַנצע נאַכט.", "אין דער פֿרי איז אַלץ געווען ווײַס."], ["קיינער האָט ניט גערעדט."]]',
       '[["The harbour wakes early.", "Nets are spread on the quay."], ["Nobody hurries here."]]'
       ])[1 + n % 3]::json, 3, 15
     from generate_series(1, ${busySite.texts}) n`,
  ],
  [
    `insert into recital_sessions (id, user_id, client_key, text_revision_id, language, status, kept, disavowed,
       disavowed_at, started_at, created_at, updated_at, last_activity_at, ended_at, end_reason, capture,
       duration_seconds, attention, last_error)
     select substr(md5('s' || n), 1, 21), md5('u' || person)::uuid, 'seed-' || n, md5('r' || text)::uuid,
       (array['he', 'yi', 'en'])[1 + text % 3], status, status <> 'active', status = 'discarded',
       case when status = 'discarded' then at end, at, at, at, at,
       case when status <> 'active' then at + interval '5 minutes' end,
       case when status <> 'active' then 'finished' end, '{"mimeType": "audio/webm;codecs=opus"}',
       case when status = 'uploaded' then round((20 + 400 * length)::numeric, 3) end, attention,
       case when attention = 'finalisation-failed' then 'ffmpeg ended with code 1: Invalid data found' end
     from (select n, 1 + floor(power(random(), 2) * ${busySite.people})::int as person,
             1 + floor(power(random(), 1.6) * ${busySite.texts})::int as text, random() as length,
             now() - interval '10 minutes' - power(random(), 1.5) * interval '120 days' as at,
             case when n <= 3 then 'active' when n <= 12 then 'ended' when n <= 14 then 'aggregated'
               when n % 60 = 0 then 'discarded' else 'uploaded' end as status,
             case when n between 6 and 12 then (array['missing-segments', 'missing-segments',
               'finalisation-failed', 'no-sentences', 'duration-mismatch', 'unreadable-audio',
               'missing-segments'])[n - 5] end as attention
           from generate_series(1, ${busySite.sessions}) n) as given`,
  ],
  [
    `insert into text_segments (session_id, sequence, paragraph, sentence, text, seek_start, seek_end, discarded,
       skip_reason)
     select substr(md5('s' || n), 1, 21), 0, 0, 0, '', 0, 2, n % 5 = 0,
       case when n % 5 = 0 then (array['hard-to-say', 'wrong-text', 'offensive'])[1 + n % 3] end
     from generate_series(20, 900) n`,
  ],
  [
    `update text_segments set text = text_revisions.paragraphs->0->>0
     from recital_sessions, text_revisions
     where recital_sessions.id = session_id and text_revisions.id = text_revision_id`,
  ],
  [
    `insert into audit_log (at, actor_id, delegated, action, subject_kind, subject_id, details)
     select now() - n * interval '95 minutes', (select id from users where email = 'admin@localhost'), n % 9 = 0,
       (array['user.approve', 'session.retry', 'text.publish', 'user.update', 'job.cancel'])[1 + n % 5],
       (array['user', 'session', 'text', 'user', 'job'])[1 + n % 5],
       case 1 + n % 5 when 2 then substr(md5('s' || n), 1, 21) else md5('u' || n)::uuid::text end,
       case when n % 5 = 3 then '{"changed": ["name", "group"]}'::jsonb end
     from generate_series(1, 400) n`,
  ],
  [
    `insert into agenda.agenda_jobs (name, data, created_at, next_run_at, last_run_at, last_finished_at, locked_at,
       failed_at, fail_count, fail_reason)
     select 'finalise-session', json_build_object('sessionId', substr(md5('s' || n), 1, 21)),
       now() - n * interval '4 minutes', now() + (n - 6) * interval '3 minutes',
       case when n > 5 then now() - interval '2 minutes' end, case when n > 7 then now() - interval '2 minutes' end,
       case when n in (6, 7) then now() + interval '1 day' end, case when n > 7 then now() - interval '2 minutes' end,
       case when n > 7 then 3 end, case when n > 7 then 'ffmpeg ended with code 1: Invalid data found' end
     from generate_series(1, 12) n`,
  ],
  [
    `insert into sweep_runs (id, began_at, ended_at)
     values (1, now() - interval '50 seconds', now() - interval '49 seconds') on conflict do nothing`,
  ],
  [
    `insert into invites (code, creator_id, max_uses, uses, note, created_at, expires_at, revoked_at)
     select upper(substr(md5('i' || n), 1, 16)), (select id from users where email = 'admin@localhost'), 25, n,
       (array['Choir of the old town', 'תלמידי י״ב', 'די לייענקרײַז'])[n], now() - n * interval '3 days',
       case when n = 2 then now() + interval '20 days' end, case when n = 3 then now() - interval '1 day' end
     from generate_series(1, 3) n`,
  ],
  [`set session_replication_role = origin`],
];

/** Fills a database that has `admin@localhost` with a site's worth of everything but sound. */
export async function makeBusy(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    for (const [sql, values] of statements(agreements.version)) await client.query(sql, values);
    const orm = await createOrm({ connectionString, poolSize: 1 });
    try {
      await recountTotals(orm.em.fork());
    } finally {
      await orm.close();
    }
    await client.query('vacuum (analyze)');
  } finally {
    await client.end();
  }
}
