import type { Pool } from 'pg';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import { queueChannel } from '@crowd-recital/core/queue/queue-channel.js';
import type { JobName } from '@crowd-recital/core/queue/jobs.js';

/** Milliseconds after a job's end in which Agenda unlocks it; before that it would take no other. */
const settling = 25;

/**
 * Tells the workers of jobs that wait. At the end of a job Agenda does not look for the next one: with as many jobs
 * locked as run, a backlog would move by one job in each polling interval.
 */
export function wakeForWaitingJobs(pool: Pool, name: JobName, log: Logger): void {
  const timer = setTimeout(() => {
    pool
      .query(
        `select pg_notify('${queueChannel}', json_build_object(
           'jobId', id, 'jobName', name, 'nextRunAt', null, 'priority', priority,
           'timestamp', now(), 'source', 'crowd-recital')::text)
         from agenda_jobs
         where name = $1 and locked_at is null and next_run_at <= now() and not disabled limit 1`,
        [name],
      )
      .catch((error: unknown) => log.debug({ err: error }, 'the next job waits for the polling'));
  }, settling);
  timer.unref();
}
