import { asObject, everybody, type NounAccess } from './matrix.js';

export const clientConfigAccess: NounAccess = {
  operations: { 'Query.clientConfig': { outcomes: everybody } },
  fields: {
    ClientConfig: asObject(
      'version',
      'developmentMode',
      'developmentUsers',
      'developmentSignInAnywhere',
      'developmentAutoLogin',
      'google',
      'helpVideoId',
      'helpFaqUrl',
      'driftingLetters',
      'maxSessionSeconds',
      'segmentSeconds',
      'maxSegmentBytes',
    ),
    GoogleButton: asObject('clientId', 'scriptUrl'),
    DevelopmentUser: asObject('email', 'name', 'group'),
  },
};
