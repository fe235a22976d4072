import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from '../../logging/logger.js';
import type { AfterCommit } from '../after-commit.js';
import type { JobQueue } from '../job-queue.js';
import { newJob } from './agenda-job.js';
import type { MongoConnection } from './mongo-connection.js';
import { mongoDesk } from './mongo-desk.js';

/** Milliseconds. */
const minute = 60_000;

/**
 * Agenda's collection in MongoDB. There is no transaction with the rows: a job is left once they have committed, and
 * one that cannot be left is only logged. What it would have told of is due all the same, and the sweep finds it.
 */
export function mongoQueue(connection: MongoConnection, afterCommit: AfterCommit, log: Logger): JobQueue {
  return {
    desk: mongoDesk(connection),

    async add(em: EntityManager, name, payload, runAt) {
      await afterCommit.run(em, async () => {
        try {
          const jobs = await connection.jobs();
          const { insertedId } = await jobs.insertOne(
            newJob(name, { ...payload }, runAt ?? new Date()) as Parameters<typeof jobs.insertOne>[0],
          );
          log.debug({ job: name, id: insertedId }, 'a job was left');
        } catch (error) {
          log.warn({ err: error, job: name }, 'a job could not be left; the sweep will find what it is for');
        }
      });
    },

    async waitingFor(_em, name, sessionIds, until) {
      try {
        const waiting = (await connection.jobs()).find({
          name,
          'data.sessionId': { $in: [...sessionIds] },
          nextRunAt: { $ne: null, $lte: until ?? new Date() },
        });
        return new Set((await waiting.toArray()).map(({ data }) => String(data?.sessionId)));
      } catch (error) {
        log.warn({ err: error, job: name }, 'the queue does not answer');
        return new Set();
      }
    },

    async reviveLost() {
      const { modifiedCount } = await (
        await connection.jobs()
      ).updateMany(
        {
          nextRunAt: null,
          lockedAt: null,
          disabled: { $ne: true },
          lastRunAt: { $lt: new Date(Date.now() - minute) },
        },
        { $set: { nextRunAt: new Date() } },
      );
      return modifiedCount;
    },

    async check() {
      await (await connection.jobs()).findOne({}, { projection: { name: 1 } });
    },
  };
}
