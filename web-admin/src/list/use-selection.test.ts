import { describe, expect, it } from 'vitest';
import { shallowRef } from 'vue';
import { useSelection } from './use-selection';

const page = (...ids: string[]) => ids.map((id) => ({ id }));

function selecting(...ids: string[]) {
  const rows = shallowRef<{ id: string }[] | null>(page(...ids));
  const selection = useSelection(rows);
  return { rows, selection, chosen: () => selection.rows.value.map(({ id }) => id) };
}

describe('the chosen rows of a list', () => {
  it('are those that were chosen and not given up again, in the order of the page', () => {
    const { selection, chosen } = selecting('a', 'b', 'c');
    selection.toggle('c');
    selection.toggle('a');
    selection.toggle('b');
    selection.toggle('b');
    expect(chosen()).toEqual(['a', 'c']);
    expect(selection.state.value).toBe('some');
  });

  it('can be a stretch, either way', () => {
    const { selection, chosen } = selecting('a', 'b', 'c', 'd');
    selection.toggle('d');
    selection.toggle('b', true);
    expect(chosen()).toEqual(['b', 'c', 'd']);
    selection.toggle('c', true);
    expect(chosen()).toEqual(['d']);
  });

  it('can be all of the page, and none', () => {
    const { selection, chosen } = selecting('a', 'b');
    selection.toggle('a');
    selection.toggleAll();
    expect(chosen()).toEqual(['a', 'b']);
    expect(selection.state.value).toBe('all');
    selection.toggleAll();
    expect(selection.state.value).toBe('none');
  });

  it('never hold what is not to be seen any more', () => {
    const { rows, selection, chosen } = selecting('a', 'b');
    selection.toggle('a');
    rows.value = page('c');
    expect(chosen()).toEqual([]);
    selection.toggle('c');
    rows.value = page('a', 'b', 'c');
    expect(chosen()).toEqual(['c']);
    rows.value = null;
    expect(selection.state.value).toBe('none');
  });
});
