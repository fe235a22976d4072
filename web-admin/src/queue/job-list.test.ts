import { describe, expect, it } from 'vitest';
import { readListState } from '../list/list-state';
import { jobsSpec, jobsVariables, recordingOf, subjectOf } from './job-list';

describe('the list of jobs', () => {
  it('asks for what its address says', () => {
    expect(jobsVariables(readListState({}, jobsSpec))).toEqual({ first: 25, filter: {} });
    expect(jobsVariables(readListState({ state: 'FAILED,LOST', kind: 'send-email' }, jobsSpec))).toEqual({
      first: 25,
      filter: { states: ['FAILED'], name: 'send-email' },
    });
  });

  it('knows what a job is about', () => {
    expect(subjectOf('{"sessionId":"abc"}')).toBe('abc');
    expect(recordingOf('{"sessionId":"abc"}')).toBe('abc');
    expect(subjectOf('{"kind":"agreement-signed","signatureId":"s1"}')).toBe('s1');
    expect(recordingOf('{"signatureId":"s1"}')).toBeNull();
    expect(subjectOf('{}')).toBeNull();
  });
});
