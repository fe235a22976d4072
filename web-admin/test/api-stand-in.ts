import { vi } from 'vitest';

export const admin = { id: 'u1', email: 'admin@localhost', name: 'Maya', picture: null, group: 'ADMIN' };
export const speaker = {
  id: 'u2',
  email: 'speaker@localhost',
  name: 'Noam',
  picture: null,
  group: 'SPEAKER',
};

const noRows = {
  edges: [],
  totalCount: 0,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

interface Request {
  operation: string;
  headers: Headers;
  credentials: RequestCredentials | undefined;
}

/**
 * Answers the console's requests in place of the API, which is another process: nobody is there (`me` null), or one
 * person, and nothing was ever recorded.
 *
 * @returns the requests, in the order in which they came
 */
export function standInForApi(me: typeof admin | null): Request[] {
  const requests: Request[] = [];
  const answers: Record<string, unknown> = {
    Me: { me },
    Recordings: { sessions: noRows },
    People: { users: noRows },
    Overview: {
      overview: {
        sessions: { recording: 0, processing: 0, ready: 0, unconfirmed: 0, deleting: 0, deleted: 0 },
        attention: [],
        awaitingApproval: 0,
        activeSpeakers: { today: 0, lastWeek: 0, lastMonth: 0 },
        languages: [],
        texts: [],
      },
      totals: { durationSeconds: 0, recordings: 0, speakers: 0 },
    },
    MenuCounts: { overview: { awaitingApproval: 0, attention: [] }, queue: { failed: 0 } },
    StatsPerDay: { statsPerDay: [] },
    QueueState: { queue: { queued: 0, running: 0, failed: 0, dueSince: null, lastSweep: null } },
    ServerNotice: { clientConfig: { version: '1.2.3', developmentSignInAnywhere: false } },
    SignInOptions: {
      clientConfig: { developmentMode: true, google: null, developmentUsers: [admin, speaker] },
    },
  };
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const { operationName } = JSON.parse(init.body as string) as { operationName: string };
    requests.push({
      operation: operationName,
      headers: new Headers(init.headers),
      credentials: init.credentials,
    });
    const refused = operationName === 'Me' && !me;
    const answer = refused
      ? { data: null, errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }] }
      : { data: answers[operationName] };
    return Promise.resolve(Response.json(answer));
  });
  return requests;
}
