import { agreements } from '@crowd-recital/core/test/factories.js';
import { asObject, everybody, neverDelegated, signedIn, type NounAccess } from './matrix.js';

export const agreementAccess: NounAccess = {
  operations: {
    'Query.agreement': { args: () => '(language: HE)', outcomes: everybody },
    'Mutation.agreeToTerms': {
      args: () => `(version: "${agreements.version}", language: HE)`,
      outcomes: neverDelegated(signedIn),
    },
  },
  fields: {
    Agreement: asObject('version', 'language', 'title', 'markdown', 'html', 'sha256'),
  },
};
