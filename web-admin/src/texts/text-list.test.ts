import { describe, expect, it } from 'vitest';
import { readListState } from '../list/list-state';
import { textsSpec, textsVariables } from './text-list';

const variables = (query: Record<string, string>) => textsVariables(readListState(query, textsSpec));

describe('the list of texts', () => {
  it('asks for what its address says', () => {
    expect(
      variables({
        q: 'sea',
        language: 'yi',
        source: 'wiki,file',
        state: 'private',
        owner: 'u1',
        sort: 'title',
      }),
    ).toEqual({
      first: 25,
      filter: {
        search: 'sea',
        language: 'YI',
        sourceKinds: ['WIKI_ARTICLE', 'FILE_UPLOAD'],
        public: false,
        ownerId: 'u1',
      },
      orderBy: { field: 'TITLE', direction: 'ASC' },
    });
  });

  it('shows archived texts only when asked, the newest first otherwise', () => {
    expect(variables({ state: 'archived' }).filter).toEqual({ archived: true });
    expect(variables({ state: 'nonsense' })).toEqual({
      first: 25,
      filter: {},
      orderBy: { field: 'CREATED_AT', direction: 'DESC' },
    });
  });
});
