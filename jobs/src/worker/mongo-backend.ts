import { MongoBackend } from '@agendajs/mongo-backend';
import { InMemoryNotificationChannel, toJobId } from 'agenda';
import type { Logger } from '@crowd-recital/core/logging/logger.js';
import { mongoOptions } from '@crowd-recital/core/queue/mongo/mongo-connection.js';
import type { QueueBackend } from './queue-backend.js';

/** Milliseconds after a job's end in which Agenda unlocks it; before that it would take no other. */
const settling = 25;

/**
 * MongoDB has no notifications: other processes' jobs are found by polling, the next one of a backlog by a channel
 * within this process.
 * @throws when MongoDB does not answer.
 */
export async function openMongoBackend(url: string, log: Logger): Promise<QueueBackend> {
  // An address and not a connection: Agenda then connects, and closes, with a driver of its own.
  const backend = new MongoBackend({ address: url, options: mongoOptions });
  await backend.connect();
  const notificationChannel = new InMemoryNotificationChannel();
  return {
    backend,
    notificationChannel,
    wake(name) {
      const timer = setTimeout(() => {
        notificationChannel
          .publish({ jobName: name, jobId: toJobId(''), nextRunAt: null, priority: 0, timestamp: new Date() })
          .catch((error: unknown) => log.debug({ err: error }, 'the next job waits for the polling'));
      }, settling);
      timer.unref();
    },
    close: () => backend.disconnect(),
  };
}
