import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';

/** Several chosen rows of a list. Only what is on the page can be chosen: nobody acts on what cannot be seen. */
export interface Selection<Row extends { id: string }> {
  /** The chosen ones, in the order of the page */
  rows: ComputedRef<Row[]>;
  has: (id: string) => boolean;
  state: ComputedRef<'none' | 'some' | 'all'>;
  /** `range`: everything from the one that was last chosen up to this one becomes as this one does */
  toggle: (id: string, range?: boolean) => void;
  /** All of the page, or none when all of it is chosen already */
  toggleAll: () => void;
  clear: () => void;
}

/** @param rows - the page; null while it is not there. What leaves the page is not chosen any more. */
export function useSelection<Row extends { id: string }>(
  rows: Readonly<Ref<readonly Row[] | null>>,
): Selection<Row> {
  const ids = shallowRef<ReadonlySet<string>>(new Set());
  const last = shallowRef<string | null>(null);
  const chosen = computed(() => (rows.value ?? []).filter(({ id }) => ids.value.has(id)));

  function toggle(id: string, range = false): void {
    const page = (rows.value ?? []).map((row) => row.id);
    const here = page.indexOf(id);
    const from = range && last.value !== null ? page.indexOf(last.value) : here;
    const stretch = page.slice(Math.min(from < 0 ? here : from, here), Math.max(from, here) + 1);
    const wanted = !ids.value.has(id);
    // Starts from what is seen: an id that left the page must not come back chosen.
    const next = new Set(chosen.value.map((row) => row.id));
    for (const one of stretch) {
      if (wanted) next.add(one);
      else next.delete(one);
    }
    ids.value = next;
    last.value = id;
  }

  const state = computed(() => {
    if (chosen.value.length === 0) return 'none';
    return chosen.value.length === rows.value?.length ? 'all' : 'some';
  });

  return {
    rows: chosen,
    has: (id) => ids.value.has(id),
    state,
    toggle,
    toggleAll: () => {
      ids.value = new Set(state.value === 'all' ? [] : (rows.value ?? []).map(({ id }) => id));
    },
    clear: () => {
      ids.value = new Set();
    },
  };
}
