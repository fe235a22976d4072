import { admins, asObject, connectionFields, type NounAccess } from './matrix.js';

export const inviteAccess: NounAccess = {
  operations: {
    'Query.invites': { args: () => '(first: 5)', outcomes: admins },
    'Mutation.createInvite': { args: () => '(input: { note: "For the choir" })', outcomes: admins },
    'Mutation.revokeInvite': { args: ({ inviteId }) => `(id: "${inviteId}")`, outcomes: admins },
  },
  fields: {
    Invite: asObject(
      'id',
      'code',
      'link',
      'maxUses',
      'uses',
      'usable',
      'expiresAt',
      'revokedAt',
      'note',
      'creator',
      'createdAt',
    ),
    ...connectionFields('Invite'),
  },
};
