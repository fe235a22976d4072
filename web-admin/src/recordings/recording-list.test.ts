import { describe, expect, it } from 'vitest';
import { readListState } from '../list/list-state';
import { recordingsSpec, recordingsVariables } from './recording-list';

const variablesAt = (query: Record<string, string>) =>
  recordingsVariables(readListState(query, recordingsSpec));

describe('what the list of recordings asks for', () => {
  it('is the newest first, of everybody', () => {
    expect(variablesAt({})).toEqual({
      first: 25,
      filter: {},
      orderBy: { field: 'CREATED_AT', direction: 'DESC' },
    });
  });

  it('follows the address', () => {
    const query = { state: 'processing,ready', attention: 'yes', person: 'p1', text: 't1', sort: 'length' };
    expect(variablesAt(query)).toEqual({
      first: 25,
      filter: {
        status: ['ENDED', 'AGGREGATED', 'UPLOADED'],
        attention: true,
        userId: 'p1',
        textId: 't1',
      },
      orderBy: { field: 'DURATION', direction: 'ASC' },
    });
  });

  it('follows the filters for what, when and how long', () => {
    const query = {
      why: 'no-sentences,nonsense',
      review: 'returned',
      language: 'yi',
      length: '1-to-5',
      recorded: '2026-11-01..2026-11-02',
    };
    expect(variablesAt(query).filter).toEqual({
      attentionKinds: ['NO_SENTENCES'],
      reviewOutcome: ['RETURNED'],
      language: 'YI',
      durationFrom: 60,
      durationTo: 300,
      createdFrom: new Date(2026, 10, 1).toISOString(),
      createdTo: new Date(2026, 10, 3).toISOString(),
    });
  });

  it('asks for deleted recordings only where they are wished for', () => {
    expect(variablesAt({ state: 'deleted' }).filter).toEqual({
      status: ['DISCARDED'],
      includeDiscarded: true,
    });
  });
});
