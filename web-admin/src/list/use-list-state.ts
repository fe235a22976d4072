import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readListState, writeListState, type Cursor, type ListSpec, type ListState } from './list-state';

export interface ListControls {
  state: ComputedRef<ListState>;
  /** Replaces the address instead of adding one: a search is typed letter by letter */
  search: (words: string) => void;
  sortBy: (sort: ListState['sort']) => void;
  filterBy: (name: string, values: readonly string[]) => void;
  clearFilters: () => void;
  showPage: (cursor: Cursor) => void;
  setPageSize: (size: number) => void;
  showColumns: (columns: readonly string[]) => void;
}

/** The state of the list at the current address, and the ways to change it. A changed list begins at its beginning. */
export function useListState(spec: ListSpec): ListControls {
  const route = useRoute();
  const router = useRouter();
  const state = computed(() => readListState(route.query, spec));

  function go(change: Partial<ListState>, how: 'push' | 'replace' = 'push'): void {
    const query = writeListState({ ...state.value, ...change }, spec);
    void router[how]({ path: route.path, query });
  }

  return {
    state,
    search: (search) => go({ search, cursor: null }, 'replace'),
    sortBy: (sort) => go({ sort, cursor: null }),
    filterBy: (name, values) => {
      const filters = Object.entries({ ...state.value.filters, [name]: values });
      go({ filters: Object.fromEntries(filters.filter(([, chosen]) => chosen.length)), cursor: null });
    },
    clearFilters: () => go({ search: '', filters: {}, cursor: null }),
    showPage: (cursor) => go({ cursor }),
    setPageSize: (pageSize) => go({ pageSize, cursor: null }),
    showColumns: (columns) => go({ columns }),
  };
}
