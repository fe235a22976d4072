import type { JobRowFragment, JobsQueryVariables, JobState } from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<JobRowFragment>();

export const jobColumns = column.columns([
  column.accessor('name', { id: 'name', enableSorting: false, meta: { title: 'jobs.column.name' } }),
  column.accessor('state', {
    id: 'state',
    enableSorting: false,
    meta: { title: 'jobs.column.state', card: 'beside' },
  }),
  column.accessor(({ payload }) => subjectOf(payload) ?? '', {
    id: 'subject',
    enableSorting: false,
    meta: { title: 'jobs.column.subject', card: 'line' },
  }),
  column.accessor('failCount', {
    id: 'failures',
    enableSorting: false,
    meta: { title: 'jobs.column.failures', numeric: true },
  }),
  column.accessor('nextRunAt', {
    id: 'next',
    enableSorting: false,
    meta: { title: 'jobs.column.next', spare: true },
  }),
  column.accessor('createdAt', {
    id: 'created',
    enableSorting: false,
    meta: { title: 'jobs.column.created', spare: true },
  }),
  column.accessor('id', { id: 'id', enableSorting: false, meta: { title: 'jobs.column.id' } }),
]);

export const jobStates: readonly JobState[] = ['QUEUED', 'RUNNING', 'FAILED', 'FINISHED'];

/** The kinds of work there are; the words for them are at `jobs.name.*`. */
export const jobNames = [
  'finalise-session',
  'discard-session',
  'publish-review',
  'import-text',
  'send-email',
  'delete-old-segments',
] as const;

export const jobsSpec: ListSpec = {
  columns: ['name', 'state', 'subject', 'failures', 'next', 'created', 'id'],
  shownColumns: ['name', 'state', 'subject', 'failures', 'next', 'created'],
  sortable: [],
  sort: { column: 'created', descending: true },
  filters: { state: jobStates, kind: 'any' },
};

/** What the API is asked for to show a state of the list. */
export function jobsVariables(state: ListState): JobsQueryVariables {
  const states = jobStates.filter((one) => state.filters.state?.includes(one));
  const name = state.filters.kind?.[0];
  return {
    ...pageArguments(state),
    filter: { ...(states.length ? { states } : {}), ...(name ? { name } : {}) },
  };
}

/** The id that a job is about, when it is about one thing. */
export function subjectOf(payload: string): string | null {
  const ids = Object.entries(JSON.parse(payload) as Record<string, unknown>).filter(([name]) =>
    name.endsWith('Id'),
  );
  return ids.length === 1 ? String(ids[0]?.[1]) : null;
}

/** The recording that a job works on; null when it works on something else. */
export function recordingOf(payload: string): string | null {
  const { sessionId } = JSON.parse(payload) as { sessionId?: unknown };
  return typeof sessionId === 'string' ? sessionId : null;
}
