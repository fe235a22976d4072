import type {
  ReportedSentencesQueryVariables,
  ReportFilter,
  ReportRowFragment,
  SkipReason,
} from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

const column = listColumns<ReportRowFragment>();

export const reportColumns = column.columns([
  column.accessor('text', {
    id: 'sentence',
    enableSorting: false,
    meta: { title: 'reported.column.sentence' },
  }),
  column.accessor('reason', {
    id: 'reason',
    enableSorting: false,
    meta: { title: 'reported.column.reason', card: 'beside' },
  }),
  column.accessor(({ document }) => document.title, {
    id: 'text',
    enableSorting: false,
    meta: { title: 'reported.column.text' },
  }),
  column.accessor(({ speaker }) => speaker?.name, {
    id: 'speaker',
    enableSorting: false,
    meta: { title: 'reported.column.speaker', spare: true },
  }),
  column.accessor('corrected', {
    id: 'state',
    enableSorting: false,
    meta: { title: 'reported.column.state' },
  }),
  column.accessor('reportedAt', {
    id: 'when',
    enableSorting: false,
    meta: { title: 'reported.column.when', spare: true },
  }),
]);

const REASONS: Readonly<Record<string, SkipReason>> = {
  hard: 'HARD_TO_SAY',
  wrong: 'WRONG_TEXT',
  offensive: 'OFFENSIVE',
};

export const reasonChoices = Object.keys(REASONS);

/** The key of a reason among the messages and in addresses. */
export function reasonChoiceOf(reason: SkipReason): string {
  return reasonChoices.find((choice) => REASONS[choice] === reason) ?? 'wrong';
}

export const reportsSpec: ListSpec = {
  columns: ['sentence', 'reason', 'text', 'speaker', 'state', 'when'],
  shownColumns: ['sentence', 'reason', 'text', 'state', 'when'],
  sortable: [],
  sort: { column: 'when', descending: true },
  filters: { reason: reasonChoices, text: 'any' },
};

/** What the API is asked for to show a state of the list. */
export function reportsVariables(state: ListState): ReportedSentencesQueryVariables {
  const filter: ReportFilter = {};
  const reasons = (state.filters.reason ?? []).flatMap((choice) => REASONS[choice] ?? []);
  if (reasons.length) filter.reasons = reasons;
  if (state.filters.text?.[0]) filter.textId = state.filters.text[0];
  return { ...pageArguments(state), filter };
}
