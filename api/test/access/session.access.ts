import { randomUUID } from 'node:crypto';
import { someBytes } from '@crowd-recital/core/test/factories.js';
import {
  alsoUnsigned,
  admins,
  asObject,
  connectionFields,
  forAdmins,
  ownOnly,
  speakers,
  visible,
  type NounAccess,
  withoutAdmins,
} from './matrix.js';

export const sessionAccess: NounAccess = {
  operations: {
    'Query.sessions': { args: () => '(first: 5)', outcomes: speakers },
    'Query.session': { args: ({ sessionId }) => `(id: "${sessionId}")`, outcomes: visible },
    'Query.sessionUploadState': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}")`,
      outcomes: alsoUnsigned(ownOnly),
    },
    'Mutation.createSession': {
      args: ({ textRevisionId }) =>
        `(clientKey: "${randomUUID()}", textRevisionId: "${textRevisionId}", startedAt: "2026-11-22T20:00:00Z", capture: { mimeType: "audio/webm" })`,
      outcomes: visible,
    },
    'Mutation.uploadAudioSegment': {
      send: (client, { sessionId }) => client.upload({ sessionId, sequence: 1, bytes: someBytes() }),
      outcomes: ownOnly,
    },
    'Mutation.uploadTextSegment': {
      args: ({ sessionId }) =>
        `(sessionId: "${sessionId}", sequence: 7, paragraph: 0, sentence: 0, seekStart: 7, seekEnd: 8)`,
      outcomes: ownOnly,
    },
    'Mutation.discardTextSegments': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}", sequences: [1])`,
      outcomes: alsoUnsigned(ownOnly),
    },
    'Mutation.keepSessionAlive': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}")`,
      outcomes: ownOnly,
    },
    'Mutation.endSession': {
      args: ({ sessionId }) =>
        `(sessionId: "${sessionId}", audioSegments: 1, textSegments: 2, durationSeconds: 2)`,
      outcomes: ownOnly,
    },
    'Mutation.discardSession': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}")`,
      outcomes: alsoUnsigned(visible),
    },
    'Mutation.finalizeSessions': { args: ({ sessionId }) => `(ids: ["${sessionId}"])`, outcomes: admins },
    'Mutation.retrySession': { args: ({ sessionId }) => `(sessionId: "${sessionId}")`, outcomes: admins },
    'Mutation.finalizeIncompleteSession': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}")`,
      outcomes: admins,
    },
    'Mutation.confirmAbandonedSession': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}")`,
      outcomes: admins,
    },
  },
  fields: {
    RecitalSession: {
      administration: withoutAdmins('null'),
      review: withoutAdmins('null'),
      ...asObject(
        'id',
        'status',
        'kept',
        'disavowed',
        'endReason',
        'attention',
        'reviewOutcome',
        'reviewReason',
        'reviewedAt',
        'durationSeconds',
        'startedAt',
        'createdAt',
        'updatedAt',
        'sentenceCount',
        'user',
        'text',
        'textRevision',
        'preview',
      ),
    },
    SessionAdministration: forAdmins(
      'attempts',
      'lastError',
      'nextAttemptAt',
      'leaseUntil',
      'finalisedAt',
      'lastActivityAt',
      'recordedSeconds',
      'acceptIncomplete',
      'artifacts',
      'archiveUrl',
      'timeline',
    ),
    SessionArtifact: forAdmins('name', 'fileName', 'contentType', 'byteLength', 'sha256', 'url'),
    SessionEvent: forAdmins('at', 'action', 'actor'),
    SessionPreview: asObject('audioUrl', 'audioMimeType', 'captionsUrl', 'captions', 'expiresAt'),
    Caption: asObject('sequence', 'startSeconds', 'endSeconds', 'text', 'paragraph', 'sentence'),
    SessionUploadState: asObject(
      'sessionId',
      'status',
      'disavowed',
      'audioSegments',
      'textSegments',
      'expectedAudioSegments',
      'expectedTextSegments',
      'missingAudioSegments',
      'missingTextSegments',
    ),
    AudioSegment: asObject('sequence', 'mimeType', 'byteLength', 'sha256', 'receivedAt'),
    TextSegment: asObject(
      'sequence',
      'paragraph',
      'sentence',
      'text',
      'seekStart',
      'seekEnd',
      'discarded',
      'skipReason',
      'receivedAt',
    ),
    ...connectionFields('RecitalSession'),
  },
};
