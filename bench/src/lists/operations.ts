/** What is measured. */
export interface MeasuredOperation {
  readonly name: string;
  /** `speaker`: each time another one. */
  readonly caller: 'admin' | 'speaker';
  readonly query: string;
  /** True: may take at most `mostRatio` times as long with many recordings as with few. */
  readonly promised: boolean;
}

/** How much longer an operation may take with many recordings than with few. */
export const mostRatio = 1.5;

const sessions = (args: string): string =>
  `{ sessions(${args}) { edges { cursor node { id status durationSeconds createdAt user { name totals { recordings } } text { title } } } pageInfo { hasNextPage } } }`;
const users = (args: string): string =>
  `{ users(${args}) { edges { cursor node { id name email group totals { durationSeconds } } } pageInfo { hasNextPage } } }`;
const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString();
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

const promised = (name: string, caller: MeasuredOperation['caller'], query: string): MeasuredOperation => ({
  name,
  caller,
  query,
  promised: true,
});
const other = (name: string, caller: MeasuredOperation['caller'], query: string): MeasuredOperation => ({
  ...promised(name, caller, query),
  promised: false,
});

export const operations: readonly MeasuredOperation[] = [
  promised('sessions, newest 50', 'admin', sessions('first: 50')),
  promised(
    'sessions, longest 50',
    'admin',
    sessions('first: 50, orderBy: { field: DURATION, direction: DESC }'),
  ),
  promised('sessions, 50 of a year ago', 'admin', sessions(`first: 50, filter: { createdTo: "${yearAgo}" }`)),
  promised('sessions, ended', 'admin', sessions('first: 50, filter: { status: [ENDED] }')),
  promised('sessions, in Yiddish', 'admin', sessions('first: 50, filter: { language: YI }')),
  promised('sessions, to be looked at', 'admin', sessions('first: 50, filter: { attention: true }')),
  promised('sessions, nobody kept', 'admin', sessions('first: 50, filter: { kept: false }')),
  promised('sessions, my own 20', 'speaker', sessions('first: 20')),
  promised('users, newest 50', 'admin', users('first: 50')),
  promised('users, by name', 'admin', users('first: 50, orderBy: { field: NAME, direction: ASC }')),
  promised('users, search by e-mail', 'admin', users('first: 20, filter: { search: "user4711" }')),
  promised('users, not approved', 'admin', users('first: 50, filter: { awaitingApproval: true }')),
  promised(
    'leaderboard',
    'speaker',
    '{ leaderboard { entries { rank name durationSeconds isMe } me { rank } } }',
  ),
  promised(
    'myStats',
    'speaker',
    '{ myStats { rank durationSeconds recordings nextHigherSeconds todaySeconds streakDays } }',
  ),
  other(
    'texts, search by title',
    'admin',
    '{ texts(filter: { search: "c4ca42" }) { edges { node { title } } } }',
  ),
  other('totals', 'speaker', '{ totals { durationSeconds recordings speakers } }'),
  other('sessions, with count', 'admin', '{ sessions(first: 20) { totalCount edges { node { id } } } }'),
  other(
    'statsPerDay, 30 days',
    'admin',
    `{ statsPerDay(from: "${day(29)}", to: "${day(0)}") { day durationSeconds speakers languages { language } } }`,
  ),
];
