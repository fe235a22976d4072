import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** Where in the list a page begins or ends; null is the beginning. */
export type Cursor = { after: string } | { before: string } | null;

/** Everything that decides what a list shows. It lives in the address, so that a link or a reload shows the same. */
export interface ListState {
  search: string;
  sort: { column: string; descending: boolean };
  /** Chosen values by filter; a filter without a choice is absent */
  filters: Readonly<Record<string, readonly string[]>>;
  pageSize: number;
  cursor: Cursor;
  /** Ids of the shown columns, in the order of the list's own columns */
  columns: readonly string[];
}

/** What a list can do; whatever an address says beyond that is passed over. */
export interface ListSpec {
  columns: readonly string[];
  shownColumns: readonly string[];
  sortable: readonly string[];
  sort: ListState['sort'];
  /** The values that a filter knows, or `any` for ids */
  filters: Readonly<Record<string, readonly string[] | 'any'>>;
}

/** The API gives at most 100 rows a page. */
export const PAGE_SIZES = [25, 50, 100] as const;
const DEFAULT_PAGE_SIZE = PAGE_SIZES[0];

/** Reads the state out of an address. */
export function readListState(query: LocationQuery, spec: ListSpec): ListState {
  return {
    search: one(query.q),
    sort: readSort(one(query.sort), spec),
    filters: readFilters(query, spec),
    pageSize: PAGE_SIZES.find((size) => String(size) === one(query.size)) ?? DEFAULT_PAGE_SIZE,
    cursor: readCursor(query),
    columns: readColumns(one(query.columns), spec),
  };
}

/** Writes the state for an address; what is as usual is left out, so that the plain list has the plain address. */
export function writeListState(state: ListState, spec: ListSpec): LocationQueryRaw {
  const query: LocationQueryRaw = {};
  if (state.search) query.q = state.search;
  for (const [name, values] of Object.entries(state.filters))
    if (values.length) query[name] = values.join(',');
  if (writeSort(state.sort) !== writeSort(spec.sort)) query.sort = writeSort(state.sort);
  if (state.pageSize !== DEFAULT_PAGE_SIZE) query.size = String(state.pageSize);
  if (state.columns.join() !== spec.shownColumns.join()) query.columns = state.columns.join(',');
  return { ...query, ...state.cursor };
}

/** What a query asks for to get this page. */
export function pageArguments(state: ListState): {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
} {
  if (state.cursor && 'before' in state.cursor) return { last: state.pageSize, ...state.cursor };
  return { first: state.pageSize, ...state.cursor };
}

/** True when a search or a filter keeps rows back. */
export function isNarrowed(state: ListState): boolean {
  return state.search !== '' || Object.keys(state.filters).length > 0;
}

function readSort(written: string, spec: ListSpec): ListState['sort'] {
  const descending = written.startsWith('-');
  const column = descending ? written.slice(1) : written;
  return spec.sortable.includes(column) ? { column, descending } : spec.sort;
}

function writeSort({ column, descending }: ListState['sort']): string {
  return descending ? `-${column}` : column;
}

function readFilters(query: LocationQuery, spec: ListSpec): ListState['filters'] {
  const filters: Record<string, string[]> = {};
  for (const [name, known] of Object.entries(spec.filters)) {
    const values = one(query[name])
      .split(',')
      .filter((value) => value !== '' && (known === 'any' || known.includes(value)));
    if (values.length) filters[name] = [...new Set(values)];
  }
  return filters;
}

function readCursor(query: LocationQuery): Cursor {
  const after = one(query.after);
  if (after) return { after };
  const before = one(query.before);
  return before ? { before } : null;
}

function readColumns(written: string, spec: ListSpec): readonly string[] {
  const asked = written.split(',');
  const known = spec.columns.filter((column) => asked.includes(column));
  return known.length ? known : spec.shownColumns;
}

/** The first of a repeated parameter; an address is no place to be strict. */
function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
