import { admins, asObject, connectionFields, type NounAccess } from './matrix.js';

export const jobAccess: NounAccess = {
  operations: {
    'Query.jobs': { args: () => '(first: 5)', outcomes: admins },
    'Mutation.retryJob': { args: ({ jobId }) => `(id: "${jobId}")`, outcomes: admins },
    'Mutation.cancelJob': { args: ({ jobId }) => `(id: "${jobId}")`, outcomes: admins },
  },
  fields: {
    Job: asObject(
      'id',
      'name',
      'state',
      'payload',
      'createdAt',
      'nextRunAt',
      'lastRunAt',
      'lastFinishedAt',
      'failedAt',
      'failCount',
      'error',
    ),
    ...connectionFields('Job'),
  },
};
