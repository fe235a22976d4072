import { Agenda, type Job } from 'agenda';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import type { JobName, JobPayloads } from '@crowd-recital/core/queue/jobs.js';
import type { JobDependencies } from '../dependencies.js';
import type { JobHandler } from '../handler.js';
import { handlers } from '../handlers.js';
import { jobSettings, type JobSettings } from './job-settings.js';
import { openPostgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { runJob } from './run-job.js';
import { RunningJobs } from './running-jobs.js';

/** How to run a worker. */
export interface WorkerOptions {
  readonly databaseUrl: string;
  /** The MongoDB that holds the queue; undefined: it is in the database. */
  readonly mongodbUrl?: string | undefined;
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

/** Agenda, as far as its jobs return a promise; its other way, with a callback, is not used. */
interface PromisedJobs {
  define<Data>(name: string, work: (job: Job<Data>) => Promise<void>, settings: JobSettings): void;
}

/** Milliseconds, as a number (words were seen to be read otherwise). So much does a lost notification cost. */
const processEvery = 2_000;

/** Milliseconds. */
const day = 24 * 3_600_000;

/** Milliseconds that aborted jobs get to give their claims back. */
const lastWait = 3_000;

/**
 * Starts to take jobs from the queue.
 * @throws when what holds the queue does not answer.
 */
export async function startWorker(deps: JobDependencies, options: WorkerOptions): Promise<Worker> {
  const { log } = deps;
  const queue = await openBackend(options, log);
  const agenda = createAgenda(queue, options.concurrency, log);
  const stopping = new AbortController();
  const settings = jobSettings(options.concurrency);
  const queueing: PromisedJobs = agenda;
  const define = <Name extends JobName>(name: Name, handler: JobHandler<Name>): void => {
    const run = runJob<Name>;
    queueing.define<JobPayloads[Name]>(
      name,
      (job) => run(handler, job, deps, stopping.signal),
      settings[name],
    );
    agenda.on(`complete:${name}`, () => queue.wake(name));
    agenda.on(`fail:${name}`, (error: Error) =>
      log.error({ err: error, job: name }, 'a job failed; it will run again'),
    );
  };
  define('finalise-session', handlers['finalise-session']);
  define('discard-session', handlers['discard-session']);
  define('publish-review', handlers['publish-review']);
  define('import-text', handlers['import-text']);
  define('send-email', handlers['send-email']);
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
      await queue.close();
    },
  };
}

/** What it needs of MongoDB is loaded only where the queue lies there. */
async function openBackend({ databaseUrl, mongodbUrl }: WorkerOptions, log: Logger): Promise<QueueBackend> {
  if (mongodbUrl === undefined) return openPostgresBackend(databaseUrl, log);
  const { openMongoBackend } = await import('./mongo-backend.js');
  return openMongoBackend(mongodbUrl, log);
}

function createAgenda(
  { backend, notificationChannel }: QueueBackend,
  concurrency: number,
  log: Logger,
): Agenda {
  const agenda = new Agenda({
    backend,
    ...(notificationChannel === undefined ? {} : { notificationChannel }),
    processEvery,
    maxConcurrency: concurrency + 5,
  });
  agenda.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  return agenda;
}
