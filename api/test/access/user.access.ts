import { randomUUID } from 'node:crypto';
import { admins, asObject, connectionFields, signedIn, type NounAccess } from './matrix.js';

export const userAccess: NounAccess = {
  operations: {
    'Query.me': { outcomes: signedIn },
    'Query.users': { args: () => '(first: 100)', outcomes: admins },
    'Query.user': { args: ({ userId }) => `(id: "${userId}")`, outcomes: admins },
    'Mutation.createUser': {
      args: () => `(input: { email: "${randomUUID()}@example.org" })`,
      outcomes: admins,
    },
    'Mutation.updateUser': { args: ({ userId }) => `(id: "${userId}", input: {})`, outcomes: admins },
    'Mutation.approveSpeaker': {
      args: () => `(emails: ["${randomUUID()}@example.org"])`,
      outcomes: admins,
    },
  },
  fields: {
    User: asObject(
      'id',
      'email',
      'name',
      'picture',
      'group',
      'createdAt',
      'totals',
      'agreementSignedVersion',
      'agreementSignedAt',
      'agreementRequired',
      'profile',
    ),
    UserTotals: asObject('durationSeconds', 'recordings'),
    ...connectionFields('User'),
  },
};
