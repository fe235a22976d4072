import { describe, expect, it } from 'vitest';
import { recordingState } from './recording-state';

const recording = (facts: Partial<Parameters<typeof recordingState>[0]>) => ({
  status: 'UPLOADED' as const,
  kept: true,
  disavowed: false,
  endReason: 'FINISHED' as const,
  attention: null,
  reviewOutcome: null,
  ...facts,
});

describe('the word for a recording', () => {
  it.each([
    [{}, 'ready'],
    [{ status: 'ACTIVE', kept: false, endReason: null }, 'saving'],
    [{ status: 'ENDED' }, 'processing'],
    [{ status: 'AGGREGATED' }, 'processing'],
    [{ status: 'ENDED', attention: 'MISSING_SEGMENTS' }, 'attention'],
    [{ kept: false, endReason: 'ABANDONED' }, 'notKept'],
    [{ status: 'ENDED', endReason: 'EMPTY' }, 'empty'],
    [{ disavowed: true }, 'deleting'],
    [{ reviewOutcome: 'RETURNED' }, 'returned'],
    [{ reviewOutcome: 'ACCEPTED' }, 'accepted'],
    // It is being finished anew: what was said of it before says nothing now.
    [{ status: 'ENDED', reviewOutcome: 'ACCEPTED' }, 'processing'],
    [{ disavowed: true, reviewOutcome: 'REJECTED' }, 'deleting'],
    [{ disavowed: true, attention: 'DELETION_INCOMPLETE' }, 'deleting'],
    [{ status: 'DISCARDED', disavowed: true }, 'deleted'],
  ] as const)('of %o is %s', (facts, word) => expect(recordingState(recording(facts)).word).toBe(word));

  it('calls nothing ready that its speaker has not kept', () => {
    for (const status of ['ENDED', 'AGGREGATED', 'UPLOADED'] as const) {
      expect(recordingState(recording({ status, kept: false })).tone).not.toBe('ok');
    }
  });
});
