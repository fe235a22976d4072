import { describe, expect, it } from 'vitest';
import { actionsFor } from './recording-actions';

const ready = {
  status: 'UPLOADED',
  disavowed: false,
  kept: true,
  endReason: 'FINISHED',
  attention: null,
} as const;

describe('what can be done about a recording', () => {
  it.each([
    ['one that is ready', {}, []],
    ['one that failed for good', { attention: 'FINALISATION_FAILED' }, ['retry']],
    ['one with parts missing', { attention: 'MISSING_SEGMENTS' }, ['retry', 'finaliseIncomplete']],
    ['one that was left', { endReason: 'ABANDONED', kept: false }, ['confirm']],
    ['one whose deletion was refused', { disavowed: true, attention: 'DELETION_INCOMPLETE' }, ['retry']],
    ['one that is being deleted', { disavowed: true }, []],
    ['one that is gone', { status: 'DISCARDED', disavowed: true }, []],
  ] as const)('%s', (_what, change, actions) => {
    expect(actionsFor({ ...ready, ...change }, null)).toEqual(actions);
  });

  it('one that failed once can be tried again at once', () => {
    expect(actionsFor({ ...ready, status: 'ENDED' }, { lastError: 'The disk is full.' })).toEqual(['retry']);
  });
});
