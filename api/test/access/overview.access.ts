import { admins, asObject, type NounAccess } from './matrix.js';

export const overviewAccess: NounAccess = {
  operations: {
    'Query.overview': { outcomes: admins },
    'Query.queue': { outcomes: admins },
    'Query.settings': { outcomes: admins },
  },
  fields: {
    Overview: asObject('sessions', 'attention', 'awaitingApproval', 'activeSpeakers', 'languages', 'texts'),
    SessionCounts: asObject('recording', 'processing', 'ready', 'unconfirmed', 'deleting', 'deleted'),
    AttentionCount: asObject('attention', 'sessions'),
    ActiveSpeakers: asObject('today', 'lastWeek', 'lastMonth'),
    LanguageTotals: asObject('language', 'durationSeconds', 'recordings'),
    TextTotals: asObject('text', 'durationSeconds', 'recordings'),
    QueueState: asObject('queued', 'running', 'failed', 'dueSince', 'lastSweep'),
    Sweep: asObject('beganAt', 'endedAt', 'error'),
    Setting: asObject('name', 'description', 'value', 'defaultValue', 'given', 'secret'),
  },
};
