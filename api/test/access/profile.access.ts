import { asObject, signedIn, type NounAccess } from './matrix.js';

export const profileAccess: NounAccess = {
  operations: {
    'Mutation.updateProfile': { args: () => '(input: { yearOfBirth: 1984 })', outcomes: signedIn },
  },
  fields: { SpeakerProfile: asObject('yearOfBirthAnswer', 'yearOfBirth', 'biologicalSex') },
};
