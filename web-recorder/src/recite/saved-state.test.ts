import { describe, expect, it } from 'vitest';
import type { SavedVoice } from '../capture/recital';
import { savedState } from './saved-state';

const voice = (onServer: number, total: number, more: Partial<SavedVoice> = {}): SavedVoice => ({
  onDevice: total,
  onServer,
  total,
  everythingOnServer: false,
  online: true,
  ...more,
});

describe('where the voice is said to be', () => {
  it('says nothing before there is voice', () => expect(savedState(voice(0, 0), 'recording', 10)).toBeNull());

  it('is on the device until the first part was acknowledged', () => {
    expect(savedState(voice(0, 9), 'recording', 10)).toBe('device');
    expect(savedState(voice(10, 12), 'recording', 10)).toBe('server');
  });

  it('is on the device only when the server falls behind', () => {
    expect(savedState(voice(10, 30), 'recording', 10)).toBe('server');
    expect(savedState(voice(10, 31), 'recording', 10)).toBe('device');
  });

  it('never claims the server for a finished recital of which anything is missing there', () => {
    expect(savedState(voice(60, 60), 'stopped', 10)).toBe('sending');
    expect(savedState(voice(60, 60), 'idle', 10)).toBe('sending');
    expect(savedState(voice(60, 60, { everythingOnServer: true }), 'idle', 10)).toBe('server');
  });

  it('says that the connection is gone', () => {
    expect(savedState(voice(50, 60, { online: false }), 'recording', 10)).toBe('offline');
  });
});
