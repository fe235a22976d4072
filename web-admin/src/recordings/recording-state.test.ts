import { describe, expect, it } from 'vitest';
import { isMoving, stateOf } from './recording-state';

const ready = {
  status: 'UPLOADED',
  disavowed: false,
  kept: true,
  endReason: 'FINISHED',
  attention: null,
} as const;

describe('how a recording stands', () => {
  it.each([
    ['ready', {}],
    ['publishing', { status: 'AGGREGATED' }],
    ['processing', { status: 'ENDED' }],
    ['recording', { status: 'ACTIVE', endReason: null, kept: false }],
    ['abandoned', { endReason: 'ABANDONED', kept: false }],
    ['ready', { endReason: 'ABANDONED', kept: true }],
    ['empty', { status: 'ENDED', endReason: 'EMPTY' }],
    ['deleting', { disavowed: true }],
    ['deleted', { status: 'DISCARDED', disavowed: true }],
    ['attention', { status: 'ENDED', attention: 'MISSING_SEGMENTS' }],
    ['attention', { disavowed: true, attention: 'DELETION_INCOMPLETE' }],
  ] as const)('%s', (state, change) => {
    expect(stateOf({ ...ready, ...change })).toBe(state);
  });

  it('moves only while the server is at it', () => {
    expect(isMoving({ ...ready, status: 'ENDED' })).toBe(true);
    expect(isMoving(ready)).toBe(false);
    expect(isMoving({ ...ready, status: 'ENDED', attention: 'MISSING_SEGMENTS' })).toBe(false);
  });
});
