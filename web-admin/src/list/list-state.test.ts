import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, stringifyQuery } from 'vue-router';
import {
  PAGE_SIZES,
  pageArguments,
  readListState,
  writeListState,
  type ListSpec,
  type ListState,
} from './list-state';

const spec: ListSpec = {
  columns: ['speaker', 'text', 'length', 'recorded', 'id'],
  shownColumns: ['speaker', 'text', 'length', 'recorded'],
  sortable: ['recorded', 'length'],
  sort: { column: 'recorded', descending: true },
  filters: { state: ['processing', 'ready', 'deleted'], person: 'any' },
};
const plain = readListState({}, spec);

/** As the browser does it: written into an address and read back from it. */
function throughTheAddress(state: ListState): ListState {
  return readListState(parseQuery(stringifyQuery(writeListState(state, spec))), spec);
}

const states: fc.Arbitrary<ListState> = fc.record({
  search: fc.string({ unit: 'grapheme' }),
  sort: fc.record({ column: fc.constantFrom(...spec.sortable), descending: fc.boolean() }),
  filters: fc.record(
    {
      state: fc.uniqueArray(fc.constantFrom('processing', 'ready', 'deleted'), { minLength: 1 }),
      person: fc.tuple(fc.uuid()),
    },
    { requiredKeys: [] },
  ),
  pageSize: fc.constantFrom(...PAGE_SIZES),
  cursor: fc.oneof(
    fc.constant(null),
    fc.record({ after: fc.string({ minLength: 1 }) }),
    fc.record({ before: fc.string({ minLength: 1 }) }),
  ),
  columns: fc.subarray([...spec.columns], { minLength: 1 }),
});

describe('the state of a list in the address', () => {
  it('comes back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(throughTheAddress(state)).toEqual(state);
      }),
    );
  });

  it('leaves the address plain where all is as usual', () => {
    expect(writeListState(plain, spec)).toEqual({});
  });

  it('reads as a person would write it', () => {
    const query = parseQuery('q=maya&sort=-length&state=ready,processing&size=50&columns=text,speaker');
    expect(readListState(query, spec)).toEqual({
      search: 'maya',
      sort: { column: 'length', descending: true },
      filters: { state: ['ready', 'processing'] },
      pageSize: 50,
      cursor: null,
      columns: ['speaker', 'text'],
    });
  });

  it('passes over what the list does not know', () => {
    const query = parseQuery('sort=password&state=secret&size=100000&columns=nothing&colour=red&state=ready');
    expect(readListState(query, spec)).toEqual(plain);
  });
});

describe('the arguments of a page', () => {
  it('begin at the beginning', () => {
    expect(pageArguments(plain)).toEqual({ first: 25 });
  });

  it('go on after a cursor', () => {
    expect(pageArguments({ ...plain, cursor: { after: 'x' } })).toEqual({ first: 25, after: 'x' });
  });

  it('go back before a cursor', () => {
    expect(pageArguments({ ...plain, cursor: { before: 'x' } })).toEqual({ last: 25, before: 'x' });
  });
});
