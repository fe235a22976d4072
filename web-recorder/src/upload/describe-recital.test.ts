import { describe, expect, test } from 'vitest';
import { noProgress, type JournalSnapshot } from '../journal/journal-records';
import { aHeader, aMark } from '../journal/testing/a-recital';
import { describeRecital, isAllOnServer } from './describe-recital';

const progress = { ...noProgress('key'), sessionId: 's' };
const unit = { clientKey: 'key', firstSlice: 0, endSlice: 10, byteLength: 1, sha256: 'x', from: 0, to: 10 };
const ended: JournalSnapshot = {
  header: aHeader('key', 'ada'),
  voice: { slices: 12, seconds: 12 },
  units: [
    { ...unit, sequence: 0 },
    { ...unit, sequence: 1, firstSlice: 10, endSlice: 12, from: 10, to: 12 },
  ],
  marks: [aMark('key', 0), aMark('key', 1)],
  discards: [1],
  end: { clientKey: 'key', durationSeconds: 12, reason: 'FINISHED' },
  decision: 'keep',
  progress,
};

describe('what the speaker is told', () => {
  test('how much of it is where, and what counts', () => {
    const sent = { ...ended, progress: { ...progress, units: 1 } };
    expect(describeRecital(sent, false, true)).toMatchObject({
      state: 'sending',
      secondsOnDevice: 12,
      secondsOnServer: 10,
      sentencesRead: 1,
      lastSentence: { paragraph: 0, sentence: 0 },
      interrupted: false,
      problem: null,
    });
  });

  test('in which state it is', () => {
    const stateOf = (change: Partial<JournalSnapshot>, recording = false, online = true) =>
      describeRecital({ ...ended, ...change }, recording, online)?.state;
    const problem = { kind: 'signed-out', detail: null } as const;
    expect(stateOf({ decision: null })).toBe('needs-decision');
    expect(stateOf({ decision: null, end: null }, true)).toBe('sending');
    expect(stateOf({}, false, false)).toBe('waiting');
    expect(stateOf({ progress: { ...progress, problem } })).toBe('waiting');
    expect(stateOf({ progress: { ...progress, stopped: true, problem } })).toBe('stopped');
    expect(stateOf({ progress: { ...progress, ended: true } })).toBe('done');
  });

  test('nothing of what was wished away, or has no voice', () => {
    expect(describeRecital({ ...ended, decision: 'delete' }, false, true)).toBeNull();
    expect(describeRecital({ ...ended, voice: { slices: 0, seconds: 0 } }, false, true)).toBeNull();
  });

  test('everything is on the server only when the end, every unit and every mark are', () => {
    const all = { ...ended, progress: { ...progress, units: 2, marks: 2 } };
    expect(isAllOnServer(all)).toBe(true);
    expect(isAllOnServer({ ...all, end: null })).toBe(false);
    expect(isAllOnServer({ ...all, progress: { ...progress, units: 1, marks: 2 } })).toBe(false);
    expect(isAllOnServer({ ...all, progress: { ...progress, units: 2, marks: 1 } })).toBe(false);
    expect(isAllOnServer({ ...all, voice: { slices: 13, seconds: 13 } })).toBe(false);
  });
});
