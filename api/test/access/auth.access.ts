import {
  admins,
  asObject,
  everybody,
  neverDelegated,
  outcomes,
  signedIn,
  type NounAccess,
} from './matrix.js';

export const authAccess: NounAccess = {
  operations: {
    'Mutation.signInAsDevelopmentUser': {
      args: () => '(email: "speaker@localhost")',
      outcomes: neverDelegated(everybody),
    },
    'Mutation.logout': { outcomes: neverDelegated(everybody) },
    'Mutation.prepareGoogleSignIn': { outcomes: neverDelegated(everybody) },
    'Mutation.loginWithGoogle': {
      args: () => '(credential: "forged")',
      outcomes: neverDelegated(
        outcomes({
          anonymous: 'UNAUTHENTICATED',
          notApproved: 'UNAUTHENTICATED',
          other: 'UNAUTHENTICATED',
          owner: 'UNAUTHENTICATED',
          admin: 'UNAUTHENTICATED',
        }),
      ),
    },
    'Mutation.logoutEverywhere': { outcomes: neverDelegated(signedIn) },
    'Mutation.issueAccessToken': { outcomes: neverDelegated(signedIn) },
    'Mutation.revokeSessions': { args: ({ userId }) => `(userId: "${userId}")`, outcomes: admins },
  },
  fields: {
    IssuedToken: asObject('accessToken', 'expiresAt'),
    SignInResult: asObject('user', 'accessToken', 'expiresAt'),
  },
};
