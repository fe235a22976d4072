import { PostgresBackend } from '@agendajs/postgres-backend';
import { Agenda } from 'agenda';
import pg from 'pg';
import { agendaSchema } from '@crowd-recital/core/db/orm.js';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { JobName, JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import type { JobDependencies } from '../dependencies.js';
import type { JobHandler } from '../handler.js';
import { handlers } from '../handlers.js';
import { jobSettings } from './job-settings.js';
import { runJob } from './run-job.js';
import { RunningJobs } from './running-jobs.js';
import { wakeForWaitingJobs } from './wake-for-waiting-jobs.js';

/** How to run a worker. */
export interface WorkerOptions {
  readonly databaseUrl: string;
  /** Sessions that are finalised at a time. */
  readonly concurrency: number;
}

/** Something that takes jobs. */
export interface Worker {
  /**
   * Takes no more jobs and waits for those that run. Those that are not done in time are aborted: they give their
   * claims back.
   */
  stop(patienceMilliseconds: number): Promise<void>;
}

/** Milliseconds, as a number (words were seen to be read otherwise). So much does a lost notification cost. */
const processEvery = 2_000;

/** Milliseconds. */
const day = 24 * 3_600_000;

/** Milliseconds that aborted jobs get to give their claims back. */
const lastWait = 3_000;

/**
 * Starts to take jobs from the queue.
 * @throws when the database does not answer.
 */
export async function startWorker(deps: JobDependencies, options: WorkerOptions): Promise<Worker> {
  const { log } = deps;
  const pool = connectQueue(options.databaseUrl, log);
  // Agenda's own attempt would fail where nobody can catch it.
  await pool.query('select 1 from agenda_jobs limit 1');
  const agenda = createAgenda(pool, options.concurrency, log);
  const stopping = new AbortController();
  const settings = jobSettings(options.concurrency);
  const define = <Name extends JobName>(name: Name, handler: JobHandler<Name>): void => {
    const run = runJob<Name>;
    agenda.define<JobPayloads[Name]>(name, (job) => run(handler, job, deps, stopping.signal), settings[name]);
    agenda.on(`complete:${name}`, () => wakeForWaitingJobs(pool, name, log));
    agenda.on(`fail:${name}`, (error: Error) =>
      log.error({ err: error, job: name }, 'a job failed; it will run again'),
    );
  };
  define('finalise-session', handlers['finalise-session']);
  define('discard-session', handlers['discard-session']);
  define('sweep', handlers.sweep);
  define('delete-old-segments', handlers['delete-old-segments']);
  const runningJobs = new RunningJobs(agenda);
  await agenda.start();
  await agenda.every(day, 'delete-old-segments');
  return {
    async stop(patienceMilliseconds) {
      if (stopping.signal.aborted) return;
      const drained = new AbortController();
      const draining = agenda.drain({ signal: drained.signal });
      await runningJobs.ended(patienceMilliseconds);
      stopping.abort(new Error('This process stops.'));
      await runningJobs.ended(lastWait);
      drained.abort();
      await draining;
      await pool.end();
    },
  };
}

/** Agenda knows no schema: the search path of its own connections leads to its tables. */
function connectQueue(databaseUrl: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c search_path=${agendaSchema}`,
    application_name: 'crowd-recital jobs',
    max: 4,
  });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the queue was lost'));
  return pool;
}

function createAgenda(pool: pg.Pool, concurrency: number, log: Logger): Agenda {
  // The migration makes the tables: workers that make them together trip over each other.
  const backend = new PostgresBackend({ pool, ensureSchema: false });
  // An 'error' that nobody listens to ends the process: here, and on the pool, when the database goes away.
  backend.notificationChannel?.on('error', (error) => {
    log.warn({ err: error }, 'the queue hears no notifications; it polls');
  });
  const agenda = new Agenda({ backend, processEvery, maxConcurrency: concurrency + 4 });
  agenda.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  return agenda;
}
