import type {
  RecordingRowFragment,
  RecordingsQueryVariables,
  SessionFilter,
  SessionOrderField,
  SessionStatus,
} from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<RecordingRowFragment>();

export const recordingColumns = column.columns([
  column.accessor(({ user }) => user.name, {
    id: 'speaker',
    enableSorting: false,
    meta: { title: 'recordings.column.speaker' },
  }),
  column.accessor(({ text }) => text.title, {
    id: 'text',
    enableSorting: false,
    meta: { title: 'recordings.column.text', card: 'line' },
  }),
  column.accessor(({ text }) => text.language, {
    id: 'language',
    enableSorting: false,
    meta: { title: 'recordings.column.language' },
  }),
  column.accessor('status', {
    id: 'state',
    enableSorting: false,
    meta: { title: 'recordings.column.state', card: 'beside' },
  }),
  column.accessor('durationSeconds', {
    id: 'length',
    meta: { title: 'recordings.column.length', numeric: true },
  }),
  column.accessor('sentenceCount', {
    id: 'sentences',
    enableSorting: false,
    meta: { title: 'recordings.column.sentences', numeric: true },
  }),
  column.accessor('createdAt', {
    id: 'recorded',
    meta: { title: 'recordings.column.recorded', card: 'bare' },
  }),
  column.accessor('id', { id: 'id', enableSorting: false, meta: { title: 'recordings.column.id' } }),
]);

const ORDER: Readonly<Record<string, SessionOrderField>> = { recorded: 'CREATED_AT', length: 'DURATION' };

const STATUSES: Readonly<Record<string, SessionStatus[]>> = {
  recording: ['ACTIVE'],
  processing: ['ENDED', 'AGGREGATED'],
  ready: ['UPLOADED'],
  deleted: ['DISCARDED'],
};

export const stateChoices = Object.keys(STATUSES);

export const recordingsSpec: ListSpec = {
  columns: ['speaker', 'text', 'language', 'state', 'length', 'sentences', 'recorded', 'id'],
  shownColumns: ['speaker', 'text', 'state', 'length', 'sentences', 'recorded'],
  sortable: Object.keys(ORDER),
  sort: { column: 'recorded', descending: true },
  filters: { attention: ['yes'], state: stateChoices, person: 'any', text: 'any' },
};

/** What the API is asked for to show a state of the list. */
export function recordingsVariables(state: ListState): RecordingsQueryVariables {
  const { filters } = state;
  const filter: SessionFilter = {};
  if (filters.attention) filter.attention = true;
  const status = (filters.state ?? []).flatMap((choice) => STATUSES[choice] ?? []);
  if (status.length) filter.status = status;
  if (status.includes('DISCARDED')) filter.includeDiscarded = true;
  if (filters.person?.[0]) filter.userId = filters.person[0];
  if (filters.text?.[0]) filter.textId = filters.text[0];
  return {
    ...pageArguments(state),
    filter,
    orderBy: {
      field: ORDER[state.sort.column] ?? 'CREATED_AT',
      direction: state.sort.descending ? 'DESC' : 'ASC',
    },
  };
}
