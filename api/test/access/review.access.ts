import { admins, forAdmins, type NounAccess } from './matrix.js';

export const reviewAccess: NounAccess = {
  operations: {
    'Query.reviewQueue': { args: () => '(first: 5)', outcomes: admins },
    'Mutation.takeNextForReview': { outcomes: admins },
    'Mutation.giveBackReview': { outcomes: admins },
    'Mutation.judgeSentence': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}", version: 1, sequence: 0, verdict: NOISE)`,
      outcomes: admins,
    },
    'Mutation.withdrawSentenceVerdict': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}", sequence: 0)`,
      outcomes: admins,
    },
    'Mutation.judgeRecording': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}", version: 1, decision: REJECTED)`,
      outcomes: admins,
    },
    'Mutation.withdrawReview': { args: ({ sessionId }) => `(sessionId: "${sessionId}")`, outcomes: admins },
    'Mutation.wantReviewers': {
      args: ({ sessionId }) => `(sessionId: "${sessionId}", reviewers: 2)`,
      outcomes: admins,
    },
  },
  fields: {
    TakenForReview: forAdmins('session'),
    SessionReview: forAdmins(
      'version',
      'reviewersWanted',
      'claimedBy',
      'claimedUntil',
      'decisions',
      'verdicts',
    ),
    RecordingReview: forAdmins('reviewer', 'decision', 'reason', 'stale', 'decidedAt'),
    SentenceVerdict: forAdmins('sequence', 'reviewer', 'verdict', 'note', 'stale', 'judgedAt'),
  },
};
