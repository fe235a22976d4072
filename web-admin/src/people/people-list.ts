import type { PeopleQuery, PeopleQueryVariables, UserFilter, UserOrderField } from '../gql/generated';
import { pageArguments, type ListSpec, type ListState } from '../list/list-state';
import { listColumns } from '../list/table-features';

type PersonListed = PeopleQuery['users']['edges'][number]['node'];

const column = listColumns<PersonListed>();

export const peopleColumns = column.columns([
  column.accessor('name', { id: 'name', meta: { title: 'people.column.name' } }),
  column.accessor('email', { id: 'email', meta: { title: 'people.column.email', card: 'line' } }),
  column.accessor('group', {
    id: 'group',
    enableSorting: false,
    meta: { title: 'people.column.group', card: 'beside' },
  }),
  column.accessor(({ totals }) => totals.recordings, {
    id: 'recordings',
    enableSorting: false,
    meta: { title: 'people.column.recordings', numeric: true },
  }),
  column.accessor(({ totals }) => totals.durationSeconds, {
    id: 'given',
    enableSorting: false,
    meta: { title: 'people.column.given', numeric: true, spare: true },
  }),
  column.accessor('agreementRequired', {
    id: 'agreement',
    enableSorting: false,
    meta: { title: 'people.column.agreement' },
  }),
  column.accessor('createdAt', { id: 'joined', meta: { title: 'people.column.joined', spare: true } }),
  column.accessor('id', { id: 'id', enableSorting: false, meta: { title: 'people.column.id' } }),
]);

const ORDER: Readonly<Record<string, UserOrderField>> = {
  name: 'NAME',
  email: 'EMAIL',
  joined: 'CREATED_AT',
};

export const groupChoices = ['waiting', 'speaker', 'admin'] as const;

export const peopleSpec: ListSpec = {
  columns: ['name', 'email', 'group', 'recordings', 'given', 'agreement', 'joined', 'id'],
  shownColumns: ['name', 'email', 'group', 'recordings', 'given', 'joined'],
  sortable: Object.keys(ORDER),
  sort: { column: 'joined', descending: true },
  filters: { group: groupChoices },
};

/** What the API is asked for to show a state of the list. */
export function peopleVariables(state: ListState): PeopleQueryVariables {
  const filter: UserFilter = { ...GROUP_FILTER[state.filters.group?.[0] ?? ''] };
  if (state.search) filter.search = state.search;
  return {
    ...pageArguments(state),
    filter,
    orderBy: {
      field: ORDER[state.sort.column] ?? 'CREATED_AT',
      direction: state.sort.descending ? 'DESC' : 'ASC',
    },
  };
}

const GROUP_FILTER: Readonly<Record<string, UserFilter>> = {
  waiting: { awaitingApproval: true },
  speaker: { group: 'SPEAKER' },
  admin: { group: 'ADMIN' },
};
