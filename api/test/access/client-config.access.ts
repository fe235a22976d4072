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
      'analytics',
      'driftingLetters',
      'maxSessionSeconds',
      'segmentSeconds',
      'maxSegmentBytes',
    ),
    AnalyticsProject: asObject('key', 'host'),
    GoogleButton: asObject('clientId', 'scriptUrl'),
    DevelopmentUser: asObject('email', 'name', 'group'),
  },
};
