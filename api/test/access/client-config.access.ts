import { asObject, everybody, forNobody, type NounAccess } from './matrix.js';

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
    // Nothing is counted here; where it is, everybody's browser has to be told where to.
    AnalyticsProject: forNobody('key', 'host'),
    GoogleButton: asObject('clientId', 'scriptUrl'),
    DevelopmentUser: asObject('email', 'name', 'group'),
  },
};
