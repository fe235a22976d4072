import type { Filter } from 'mongodb';
import type { JobDesk, JobFilter, JobState, QueuedJob } from '../job-desk.js';
import type { AgendaJob } from './agenda-job.js';
import type { MongoConnection } from './mongo-connection.js';

/** A lock that is older belongs to a worker that died; workers renew theirs every 30 s. Milliseconds. */
const lockLifetime = 180_000;

/** What admins see of the collection. Ids tell when a job was made, to the second, and sort by it. */
export function mongoDesk(connection: MongoConnection): JobDesk {
  return {
    isId: (id) => /^[0-9a-f]{24}$/.test(id),

    async list(_em, filter, { backward, from, limit }) {
      const beyond =
        from === undefined
          ? {}
          : {
              _id: {
                [backward ? '$gt' : '$lt']: await connection.objectId(from.id),
              } as Filter<AgendaJob>['_id'],
            };
      const found = (await connection.jobs())
        .find({ $and: [conditionOf(filter), beyond] } as Filter<AgendaJob>)
        .sort({ _id: backward ? 1 : -1 })
        .limit(limit);
      return (await found.toArray()).map(describe);
    },

    async count(_em, filter, most) {
      return (await connection.jobs()).countDocuments(conditionOf(filter), { limit: most });
    },

    async dueSince() {
      const due: Filter<AgendaJob> = { $and: [notLocked(), { nextRunAt: { $ne: null, $lte: new Date() } }] };
      const first = (await connection.jobs()).find(due).sort({ nextRunAt: 1 }).limit(1);
      return (await first.toArray())[0]?.nextRunAt ?? null;
    },

    async find(_em, id) {
      const job = await (await connection.jobs()).findOne({ _id: await connection.objectId(id) });
      return job === null ? null : describe(job);
    },

    async runNow(_em, id) {
      const { matchedCount } = await (
        await connection.jobs()
      ).updateOne(
        { _id: await connection.objectId(id), ...notLocked() },
        { $set: { nextRunAt: new Date(), lockedAt: null } },
      );
      return matchedCount === 1;
    },

    async remove(_em, id) {
      const { deletedCount } = await (
        await connection.jobs()
      ).deleteOne({ _id: await connection.objectId(id), ...notLocked() });
      return deletedCount === 1;
    },
  };
}

function lockDeadline(): Date {
  return new Date(Date.now() - lockLifetime);
}

function notLocked(): Filter<AgendaJob> {
  return { $or: [{ lockedAt: null }, { lockedAt: { $lte: lockDeadline() } }] };
}

const failed: Filter<AgendaJob> = {
  failedAt: { $ne: null },
  $expr: { $gte: ['$failedAt', { $ifNull: ['$lastFinishedAt', '$failedAt'] }] },
};

function inState(state: JobState): Filter<AgendaJob> {
  switch (state) {
    case 'running':
      return { lockedAt: { $gt: lockDeadline() } };
    case 'failed':
      return { $and: [notLocked(), failed] };
    case 'queued':
      return { $and: [notLocked(), { $nor: [failed] }, { nextRunAt: { $ne: null } }] };
    case 'finished':
      return { $and: [notLocked(), { $nor: [failed] }, { nextRunAt: null }] };
  }
}

function conditionOf({ states, name }: JobFilter): Filter<AgendaJob> {
  return {
    disabled: { $ne: true },
    ...(name === undefined ? {} : { name }),
    ...(states === undefined
      ? {}
      : states.length === 0
        ? { _id: { $in: [] } }
        : { $or: states.map(inState) }),
  };
}

function stateOf({ lockedAt, failedAt, lastFinishedAt, nextRunAt }: AgendaJob): JobState {
  if (lockedAt !== null && lockedAt > lockDeadline()) return 'running';
  if (failedAt !== null && failedAt >= (lastFinishedAt ?? failedAt)) return 'failed';
  return nextRunAt === null ? 'finished' : 'queued';
}

function describe(job: AgendaJob): QueuedJob {
  return {
    id: job._id.toHexString(),
    name: job.name,
    state: stateOf(job),
    payload: job.data ?? {},
    createdAt: job._id.getTimestamp(),
    nextRunAt: job.nextRunAt,
    lastRunAt: job.lastRunAt,
    lastFinishedAt: job.lastFinishedAt,
    failedAt: job.failedAt,
    failCount: job.failCount ?? 0,
    error: job.failReason,
  };
}
