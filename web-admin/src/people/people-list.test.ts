import { describe, expect, it } from 'vitest';
import { readListState } from '../list/list-state';
import { peopleSpec, peopleVariables } from './people-list';

const variablesAt = (query: Record<string, string>) => peopleVariables(readListState(query, peopleSpec));

describe('what the list of people asks for', () => {
  it('is the newest first', () => {
    expect(variablesAt({})).toEqual({
      first: 25,
      filter: {},
      orderBy: { field: 'CREATED_AT', direction: 'DESC' },
    });
  });

  it('follows the address', () => {
    expect(variablesAt({ q: 'maya', group: 'waiting', sort: 'name', after: 'x', size: '50' })).toEqual({
      first: 50,
      after: 'x',
      filter: { search: 'maya', awaitingApproval: true },
      orderBy: { field: 'NAME', direction: 'ASC' },
    });
  });
});
