import { PostgresBackend } from '@agendajs/postgres-backend';
import pg from 'pg';
import { agendaSchema } from '@crowd-recital/core/db/orm.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { QueueBackend } from './queue-backend.js';
import { wakeForWaitingJobs } from './wake-for-waiting-jobs.js';

/** @throws when the database does not answer. */
export async function openPostgresBackend(databaseUrl: string, log: Logger): Promise<QueueBackend> {
  const pool = connect(databaseUrl, log);
  // Agenda's own attempt would fail where nobody can catch it.
  await pool.query('select 1 from agenda_jobs limit 1');
  // The migration makes the tables: workers that make them together trip over each other.
  const backend = new PostgresBackend({ pool, ensureSchema: false });
  // An 'error' that nobody listens to ends the process: here, and on the pool, when the database goes away.
  backend.notificationChannel?.on('error', (error) => {
    log.warn({ err: error }, 'the queue hears no notifications; it polls');
  });
  return {
    backend,
    wake: (name) => wakeForWaitingJobs(pool, name, log),
    close: () => pool.end(),
  };
}

/** Agenda knows no schema: the search path of its own connections leads to its tables. */
function connect(databaseUrl: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${agendaSchema}`,
    application_name: 'crowd-recital jobs',
    max: 4,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the queue was lost'));
  return pool;
}
