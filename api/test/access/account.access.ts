import { admins, asObject, neverDelegated, outcomes, signedIn, type NounAccess } from './matrix.js';

/** Only the own address deletes; that it does is tested beside the deletion. */
const wrongAddress = outcomes({
  anonymous: 'UNAUTHENTICATED',
  notApproved: 'BAD_USER_INPUT',
  other: 'BAD_USER_INPUT',
  owner: 'BAD_USER_INPUT',
  admin: 'BAD_USER_INPUT',
});

export const accountAccess: NounAccess = {
  operations: {
    'Query.exportMyData': { outcomes: signedIn },
    'Mutation.deleteMyAccount': {
      args: () => '(email: "nobody@example.org")',
      outcomes: neverDelegated(wrongAddress),
    },
    'Mutation.deleteUser': {
      args: ({ userId, userEmail }) => `(id: "${userId}", email: "${userEmail}")`,
      outcomes: neverDelegated(admins),
    },
  },
  fields: { DataExport: asObject('url', 'expiresAt') },
};
