import { describe, expect, it } from 'vitest';
import { readListState } from '../list/list-state';
import { auditSpec, auditVariables, placeOf } from './audit-list';

const at = (query: Record<string, string>) => auditVariables(readListState(query, auditSpec));

describe('the audit log', () => {
  it('asks for everything at first', () => {
    expect(at({})).toEqual({ first: 25, filter: {} });
  });

  it('asks for what its address says', () => {
    expect(at({ action: 'user.update', by: 'tool', actor: 'u1', date: '2026-11-01..' }).filter).toEqual({
      action: 'user.update',
      delegated: true,
      actorId: 'u1',
      from: new Date(2026, 10, 1).toISOString(),
    });
    expect(at({ by: 'person' }).filter).toEqual({ delegated: false });
  });

  it('knows where the things are that it speaks of', () => {
    const entry = { subjectKind: 'user', subjectId: 'u1' } as Parameters<typeof placeOf>[0];
    expect(placeOf(entry)).toEqual({ name: 'people', params: { personId: 'u1' } });
    expect(placeOf({ ...entry, subjectKind: 'text' })).toEqual({ name: 'texts', params: { textId: 'u1' } });
    expect(placeOf({ ...entry, subjectKind: 'operation' })).toBeNull();
  });
});
