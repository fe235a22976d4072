import type {
  Language,
  RecordingRowFragment,
  RecordingsQueryVariables,
  ReviewOutcome,
  SessionAttention,
  SessionFilter,
  SessionOrderField,
  SessionStatus,
} from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { momentsOf, readDateRange } from '../list/date-range';
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
  column.accessor('reviewOutcome', {
    id: 'review',
    enableSorting: false,
    meta: { title: 'recordings.column.review' },
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

const ATTENTIONS: Readonly<Record<string, SessionAttention>> = {
  'missing-segments': 'MISSING_SEGMENTS',
  'unreadable-audio': 'UNREADABLE_AUDIO',
  'duration-mismatch': 'DURATION_MISMATCH',
  'no-sentences': 'NO_SENTENCES',
  'finalisation-failed': 'FINALISATION_FAILED',
  'deletion-incomplete': 'DELETION_INCOMPLETE',
};

const OUTCOMES: Readonly<Record<string, ReviewOutcome>> = {
  accepted: 'ACCEPTED',
  returned: 'RETURNED',
  rejected: 'REJECTED',
};

const LANGUAGES: Readonly<Record<string, Language>> = { he: 'HE', yi: 'YI', en: 'EN' };

/** Seconds of finished audio; the lower end belongs to the stretch, and so does the upper one. */
const LENGTHS: Readonly<Record<string, { from?: number; to?: number }>> = {
  'under-1': { to: 60 },
  '1-to-5': { from: 60, to: 300 },
  '5-to-20': { from: 300, to: 1_200 },
  'over-20': { from: 1_200 },
};

export const attentionChoices = Object.entries(ATTENTIONS);
export const outcomeChoices = Object.entries(OUTCOMES);
export const languageChoices = Object.keys(LANGUAGES);
export const lengthChoices = Object.keys(LENGTHS);

export const recordingsSpec: ListSpec = {
  columns: ['speaker', 'text', 'language', 'state', 'review', 'length', 'sentences', 'recorded', 'id'],
  shownColumns: ['speaker', 'text', 'state', 'length', 'sentences', 'recorded'],
  sortable: Object.keys(ORDER),
  sort: { column: 'recorded', descending: true },
  filters: {
    attention: ['yes'],
    why: Object.keys(ATTENTIONS),
    state: stateChoices,
    review: Object.keys(OUTCOMES),
    language: languageChoices,
    recorded: 'any',
    length: lengthChoices,
    person: 'any',
    text: 'any',
  },
};

/** What the API is asked for to show a state of the list. */
export function recordingsVariables(state: ListState): RecordingsQueryVariables {
  const { filters } = state;
  const filter: SessionFilter = { ...rangesOf(filters) };
  if (filters.attention) filter.attention = true;
  const why = (filters.why ?? []).flatMap((choice) => ATTENTIONS[choice] ?? []);
  if (why.length) filter.attentionKinds = why;
  const outcomes = (filters.review ?? []).flatMap((choice) => OUTCOMES[choice] ?? []);
  if (outcomes.length) filter.reviewOutcome = outcomes;
  const language = LANGUAGES[filters.language?.[0] ?? ''];
  if (language) filter.language = language;
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

function rangesOf({ recorded, length }: ListState['filters']): SessionFilter {
  const { from: createdFrom, to: createdTo } = momentsOf(readDateRange(recorded?.[0]));
  const { from: durationFrom, to: durationTo } = LENGTHS[length?.[0] ?? ''] ?? {};
  return {
    ...(createdFrom && { createdFrom }),
    ...(createdTo && { createdTo }),
    ...(durationFrom && { durationFrom }),
    ...(durationTo && { durationTo }),
  };
}
